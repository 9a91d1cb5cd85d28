package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.result.WorkloadPlan.Mode;
import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Threads;

/**
 * What a run compares, and how long it takes for that.
 *
 * @param workloads in the order of the report
 * @param contestants the baseline first, its twin last
 * @param unit the kind of unit of work reads are done in
 * @param seed where the order of contestants, slots and slices comes from
 * @param mode how forks take turns
 * @param roundsPerServer after how many rounds the server is started anew; 0 for never
 * @param pool the pool of all of them
 * @param margin ratios nearer to 1 are the same for all practical purposes, 0.03 for 3 %
 */
public record RunPlan(
    List<WorkloadEntry> workloads,
    List<Contestant> contestants,
    DataSet dataset,
    UnitKind unit,
    StoppingRule stop,
    long seed,
    Tempo tempo,
    Mode mode,
    int roundsPerServer,
    PoolPlan pool,
    double margin) {

  /** What is the same for all practical purposes, unless told otherwise. */
  public static final double USUAL_MARGIN = 0.03;

  /** In how many rounds a spot check takes part. */
  static final int SPOT_CHECK_ROUNDS = 6;

  /** What the verification of a cell takes, roughly. */
  private static final Duration VERIFICATION = Duration.ofSeconds(2);

  public RunPlan {
    workloads = List.copyOf(workloads);
    contestants = List.copyOf(contestants);
  }

  /** Returns the contestant that the others are compared with. */
  public Contestant baseline() {
    return contestants.get(0);
  }

  /**
   * Returns whom a contestant is compared with in the first place: itself in the baseline's build
   * where that is not the class path's and it takes part, otherwise the baseline.
   */
  Contestant reference(Contestant contestant) {
    Contestant same = contestant.in(baseline().build());
    return !baseline().build().isEmpty() && contestant.isOriginal() && contestants.contains(same)
        ? same
        : baseline();
  }

  /** Returns this plan without spot checks, which tell nothing where no thread can be pinned. */
  public RunPlan withoutSpotChecks() {
    return with(workloads.stream().filter(workload -> !workload.isSpotCheck()).toList());
  }

  /** Returns this plan for other workloads. */
  RunPlan with(List<WorkloadEntry> others) {
    return new RunPlan(
        others, contestants, dataset, unit, stop, seed, tempo, mode, roundsPerServer, pool, margin);
  }

  /** Returns whether a workload takes part in a round. */
  static boolean isIn(WorkloadEntry workload, long round) {
    return !workload.isSpotCheck() || round <= SPOT_CHECK_ROUNDS;
  }

  /** Returns the cells, by workload. */
  List<Cell> cells() {
    return workloads.stream()
        .flatMap(workload -> contestants.stream().map(contestant -> new Cell(workload, contestant)))
        .toList();
  }

  /** Returns whether one thread performs a workload. */
  static boolean isSingleThreaded(WorkloadEntry workload) {
    @Nullable Threads threads = workload.benchmark().getAnnotation(Threads.class);
    return threads == null || threads.value() == 1;
  }

  /** Returns how much a fork of a workload does. */
  Tempo tempo(WorkloadEntry workload) {
    return mode == Mode.PAIRED ? tempo : tempo.alone();
  }

  /** Returns what a round of a workload takes, roughly, before any was measured. */
  Duration estimatedRound(WorkloadEntry workload) {
    return tempo(workload).estimatedFork(workload.isRead()).multipliedBy(contestants.size());
  }

  private Duration estimated(boolean isSpotCheck) {
    return workloads.stream()
        .filter(workload -> workload.isSpotCheck() == isSpotCheck)
        .map(this::estimatedRound)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Says beforehand what will be done and how long it will take. */
  public String announcement() {
    Duration round = estimated(false);
    Duration check = estimated(true);
    long verified = workloads.stream().map(WorkloadEntry::plainName).distinct().count();
    Duration verification = VERIFICATION.multipliedBy(verified * contestants.size());
    Integer rounds = stop.rounds();
    Duration budget = stop.budget();
    String length;
    if (rounds != null) {
      Duration all =
          verification
              .plus(round.multipliedBy(rounds))
              .plus(check.multipliedBy(Math.min(rounds, SPOT_CHECK_ROUNDS)));
      length =
          "%d %s, some %s"
              .formatted(
                  rounds,
                  rounds == 1 ? "round" : "rounds",
                  Progress.text(budget != null && all.compareTo(budget) > 0 ? budget : all));
    } else if (budget != null) {
      length =
          "as many rounds as fit into %s, each some %s"
              .formatted(Progress.text(budget), Progress.text(round.plus(check)));
    } else {
      length =
          "at least %d rounds, each some %s"
              .formatted(StoppingRule.LEAST_ROUNDS_FOR_PRECISION, Progress.text(round.plus(check)));
    }
    return "%s by %s: %s"
        .formatted(
            workloads.stream().map(WorkloadEntry::name).collect(Collectors.joining(", ")),
            contestants.stream().map(Contestant::label).collect(Collectors.joining(", ")),
            length);
  }
}
