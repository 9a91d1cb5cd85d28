package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.load.ThreadKind;
import dev.screentest.benchmarks.pool.Jvm;
import dev.screentest.benchmarks.pool.Scenario;
import dev.screentest.benchmarks.pool.StudyPlan;
import dev.screentest.benchmarks.pool.UnitMix;
import dev.screentest.testbed.database.PoolLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a study of pools measures, how, and for how long. */
final class PoolStudyOptions {

  /** When a pool tries a connection. */
  enum Check {
    EACH,
    IDLE
  }

  private static final int MOST_CONNECTIONS = 150;
  private static final String DEFAULT_POOL = "hikaricp";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "map",
      description = {
        "map: threads by connections, as fast as it goes (default);",
        "sizing: the same for the most threads alone;",
        "think: units of work that pause before their first statement or after their last;",
        "second: units that need a second connection while they hold one;",
        "spike: thirty times the load for a second;",
        "cold: all threads at once on a pool that was just opened;",
        "open: loads of 50, 70 and 90 %% of the most, from when each unit was due."
      })
  private List<Scenario> scenarios = List.of(Scenario.MAP);

  @Option(
      names = "--unit",
      paramLabel = "KIND",
      split = ",",
      defaultValue = "read",
      description = {
        "read: a movie by its id (default); write: the same with another title;",
        "mixed: four of the first and one of the second."
      })
  private List<UnitMix> units = List.of(UnitMix.READ);

  @Option(
      names = "--threads",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,2,4,8,16",
      description =
          "How many threads (default: ${DEFAULT-VALUE}); the scenarios but map and second take the"
              + " most.")
  private List<Integer> threads = List.of();

  @Option(
      names = "--sizes",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,2,4,8",
      description = "How many connections (default: ${DEFAULT-VALUE}).")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--virtual",
      description = "On virtual threads as well; Java 21 or later, see --jvm.")
  private boolean virtual;

  @Option(
      names = "--jvm",
      paramLabel = "PATH",
      split = ",",
      description = "Installations of Java to run forks on (default: that of this command).")
  private List<Path> jvms = List.of();

  @Option(
      names = "--pools",
      paramLabel = "NAME",
      split = ",",
      defaultValue = DEFAULT_POOL,
      description = "Which libraries' pools, \"all\" for all (default: ${DEFAULT-VALUE}).")
  private List<String> pools = List.of();

  @Option(
      names = "--check",
      paramLabel = "WHEN",
      description = {
        "When a pool tries a connection before it lends it: each time, or idle, when it lay idle"
            + " for half",
        "a second (default: idle, and each as soon as there are several pools, since some know no"
            + " other way)."
      })
  private @Nullable Check check;

  @Option(
      names = "--delay",
      paramLabel = "TIME",
      converter = DelayConverter.class,
      description = {
        "By how much each round trip to the server takes longer, such as 200us or 1ms, as if there"
            + " were a",
        "network (default: 0): units hold their connections for longer then, and no CPU works."
      })
  private Duration delay = Duration.ZERO;

  @Mixin private DataSetOption dataset;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Forks for each implementation (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--window",
      paramLabel = "MILLISECONDS",
      defaultValue = "400",
      description = "How long each load counts (default: ${DEFAULT-VALUE}).")
  private int window;

  @Option(
      names = "--lead-in",
      paramLabel = "MILLISECONDS",
      defaultValue = "150",
      description = "How long each load runs before it counts (default: ${DEFAULT-VALUE}).")
  private int leadIn;

  @Mixin private SeedOption seed;

  /**
   * Returns the plan.
   *
   * @param contestants the baseline first
   * @throws ParameterException if it cannot be carried out
   */
  StudyPlan plan(List<Contestant> contestants) {
    require(!threads.isEmpty() && threads.stream().allMatch(n -> n > 0), "--threads: at least 1.");
    require(
        !sizes.isEmpty() && sizes.stream().allMatch(n -> n > 0 && n <= MOST_CONNECTIONS),
        "--sizes: from 1 to " + MOST_CONNECTIONS + " connections.");
    require(rounds > 0, "--rounds is " + rounds + "; at least 1.");
    require(window >= 50, "--window is " + window + "; at least 50 milliseconds.");
    require(leadIn >= 10, "--lead-in is " + leadIn + "; at least 10 milliseconds.");
    List<Jvm> launchers = launchers();
    return new StudyPlan(
        scenarios.stream().distinct().toList(),
        units.stream().distinct().toList(),
        kinds(launchers),
        threads,
        sizes,
        contestants.stream().map(Contestant::label).toList(),
        libraries(),
        launchers,
        dataset.value(),
        rounds,
        Duration.ofMillis(leadIn),
        Duration.ofMillis(window),
        delay,
        check == null ? libraries().size() > 1 : check == Check.EACH,
        seed.value());
  }

  private List<ThreadKind> kinds(List<Jvm> launchers) {
    if (!virtual) {
      return List.of(ThreadKind.PLATFORM);
    }
    for (Jvm jvm : launchers) {
      require(
          jvm.feature() >= Jvm.WITH_VIRTUAL_THREADS,
          "--virtual: Java "
              + jvm.version()
              + " has no virtual threads; name a JDK 21 or later by"
              + " --jvm.");
    }
    return List.of(ThreadKind.PLATFORM, ThreadKind.VIRTUAL);
  }

  private List<Jvm> launchers() {
    if (jvms.isEmpty()) {
      return List.of(Jvm.ofThisProcess());
    }
    List<Jvm> found = new ArrayList<>();
    for (Path path : jvms) {
      try {
        Jvm jvm = Jvm.at(path);
        require(
            found.stream().noneMatch(other -> other.version().equals(jvm.version())),
            "--jvm: two installations are Java " + jvm.version() + ".");
        found.add(jvm);
      } catch (IOException e) {
        throw usage("--jvm " + path + ": " + e.getMessage());
      }
    }
    return found;
  }

  private List<String> libraries() {
    if (pools.contains("all")) {
      return PoolLibrary.labels();
    }
    for (String pool : pools) {
      require(
          PoolLibrary.labels().contains(pool),
          "There is no pool '%s'. Valid are: all, %s."
              .formatted(pool, String.join(", ", PoolLibrary.labels())));
    }
    return pools.stream().distinct().toList();
  }

  /** Returns arguments with the seed of the plan that was made, where they name none. */
  List<String> withSeed(List<String> arguments) {
    return seed.in(arguments);
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw usage(problem);
    }
  }

  private ParameterException usage(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
