package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.result.WorkloadPlan.Mode;
import dev.screentest.benchmarks.run.RunPlan;
import dev.screentest.benchmarks.run.StoppingRule;
import dev.screentest.benchmarks.run.Tempo;
import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a run measures, how, and for how long. */
final class RunOptions {

  private static final String ALL = "--all";

  /** Ten and three minutes, less what building the views and stopping the server take. */
  private static final Duration BUDGET = Duration.ofSeconds(570);

  private static final Duration QUICK_BUDGET = Duration.ofSeconds(165);

  private static final double TARGET = 0.03;

  /** Fewer give no rank test, and wide intervals. */
  private static final int LEAST_ROUNDS = 6;

  private static final int THOROUGH_ROUNDS = 20;
  private static final int THOROUGH_ROUNDS_PER_SERVER = 5;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Forks for each cell (default: as many as the time allows).")
  private @Nullable Integer rounds;

  @Option(
      names = "--target",
      paramLabel = "PERCENT",
      converter = PercentConverter.class,
      description = {
        "Stop when all intervals of a workload are as narrow as this to either side,",
        "but not before eight rounds (default, without --rounds: 3%%)."
      })
  private @Nullable Double target;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Begin no round that would end later, such as 10m (default, without --rounds).")
  private @Nullable Duration budget;

  @Option(
      names = "--margin",
      paramLabel = "PERCENT",
      converter = PercentConverter.class,
      description = {
        "Ratios that are nearer to 1 than this are the same for all practical purposes: SAME is"
            + " said",
        "of what is shown to be (default: 3%%)."
      })
  private double margin = RunPlan.USUAL_MARGIN;

  @Mixin private SeedOption seed;

  @Option(
      names = ALL,
      description = {
        "Every workload, in six rounds unless told otherwise. It takes as long as it takes, and"
            + " says",
        "beforehand how long."
      })
  private boolean all;

  @Option(names = "--quick", description = "A first look in some three minutes.")
  private boolean quick;

  @Option(
      names = "--thorough",
      description = {
        "Twenty rounds unless 3%% are reached before, each with a long warm-up,",
        "and a server of our own that is started anew after every fifth. What is pinned to one CPU",
        "is measured without that as well, in six of them: a spot check."
      })
  private boolean thorough;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "paired",
      description = {
        "paired: the forks of a round are alive together and measure in turns of a slice"
            + " (default);",
        "isolated: one after the other, for little memory and as a cross-check."
      })
  private Mode mode = Mode.PAIRED;

  @Option(
      names = "--delay",
      paramLabel = "TIME",
      split = ",",
      converter = DelayConverter.class,
      description = {
        "By how much each round trip to the server takes longer, such as 0,200us,1ms: each"
            + " workload",
        "is measured behind each of them, and from two of them on the report says what an"
            + " operation",
        "costs by itself and what by its round trips (default: 0, as near as the server is)."
      })
  private List<Duration> delays = List.of(Duration.ZERO);

  @Option(names = "--no-pinning", description = "Leave it to the system where threads run.")
  private boolean noPinning;

  /**
   * Returns the plan.
   *
   * @param contestants the baseline first
   * @param pool the pool of all of them
   * @throws ParameterException if options contradict each other
   */
  RunPlan plan(ContestOptions contest, List<Contestant> contestants, PoolPlan pool) {
    if (rounds != null && rounds < 1) {
      throw new ParameterException(spec.commandLine(), "--rounds is " + rounds + "; at least 1.");
    }
    if (target != null && target == 0) {
      throw new ParameterException(spec.commandLine(), "--target is 0%, which no run reaches.");
    }
    if (margin == 0) {
      throw new ParameterException(
          spec.commandLine(), "--margin is 0%, within which nothing can be shown to be.");
    }
    if (quick && thorough) {
      throw new ParameterException(
          spec.commandLine(), "--quick and --thorough exclude each other.");
    }
    if (all && contest.namesWorkloads()) {
      throw new ParameterException(
          spec.commandLine(), ALL + " and --workloads exclude each other.");
    }
    return new RunPlan(
        withSpotChecks(
            behindDelays(
                contest.workloads(all ? WorkloadCatalogue.all() : WorkloadCatalogue.headline()))),
        withTwin(contestants),
        contest.dataset(),
        contest.unit(),
        stop(),
        seed.value(),
        quick ? Tempo.QUICK : thorough ? Tempo.THOROUGH : Tempo.NORMAL,
        mode,
        thorough ? THOROUGH_ROUNDS_PER_SERVER : 0,
        pool,
        margin);
  }

  /** A workload that no delay means anything to is there once. */
  private List<WorkloadEntry> behindDelays(List<WorkloadEntry> workloads) {
    return workloads.stream()
        .flatMap(
            workload ->
                (workload.isDelayable() ? delays : List.of(Duration.ZERO))
                    .stream()
                        .distinct()
                        .sorted()
                        .map(delay -> delay.isZero() ? workload : workload.behind(delay)))
        .toList();
  }

  /** One for each workload that is pinned, as near to the server as the run has it. */
  private List<WorkloadEntry> withSpotChecks(List<WorkloadEntry> workloads) {
    if (!thorough || noPinning) {
      return workloads;
    }
    Duration nearest = Collections.min(delays);
    return workloads.stream()
        .flatMap(
            workload ->
                workload.isPinnable() && workload.delay().equals(nearest)
                    ? Stream.of(workload, workload.unpinned())
                    : Stream.of(workload))
        .toList();
  }

  private StoppingRule stop() {
    if (rounds != null) {
      return new StoppingRule(rounds, target, budget);
    }
    Double precision = target == null ? Double.valueOf(TARGET) : target;
    if (thorough) {
      return new StoppingRule(THOROUGH_ROUNDS, precision, budget);
    }
    if (all && budget == null && target == null) {
      return StoppingRule.rounds(LEAST_ROUNDS);
    }
    Duration defaultBudget = quick ? QUICK_BUDGET : BUDGET;
    return new StoppingRule(null, precision, budget == null ? defaultBudget : budget);
  }

  /** The baseline takes part twice: what differs between the two is noise. */
  private static List<Contestant> withTwin(List<Contestant> contestants) {
    List<Contestant> all = new ArrayList<>(contestants);
    Contestant twin = contestants.get(0).twin();
    if (!all.contains(twin)) {
      all.add(twin);
    }
    return all;
  }

  boolean isPinning() {
    return !noPinning;
  }

  /** Returns arguments with the seed of the plan that was made, where they name none. */
  List<String> withSeed(List<String> arguments) {
    return seed.in(arguments);
  }
}
