package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Environment;
import dev.screentest.benchmarks.result.ForkEnd;
import dev.screentest.benchmarks.result.ForkFailure;
import dev.screentest.benchmarks.result.ForkStart;
import dev.screentest.benchmarks.result.Interference;
import dev.screentest.benchmarks.result.JournalEntry;
import dev.screentest.benchmarks.result.LeftOut;
import dev.screentest.benchmarks.result.Machine;
import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.result.Refused;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunHeader;
import dev.screentest.benchmarks.result.Server;
import dev.screentest.benchmarks.result.Slice;
import dev.screentest.benchmarks.result.Verified;
import dev.screentest.benchmarks.result.WorkloadPlan;
import dev.screentest.benchmarks.verify.Cost;
import dev.screentest.benchmarks.workload.DelayText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Builds runs that never took place, from known truths and a fixed seed. */
public final class Runs {

  /** Why Hibernate sends two statements here. */
  public static final String REASON = "asks for the version as well";

  private static final int SLICES = 5;
  private static final long OPERATIONS = 1_000;

  private final List<String> workloads;
  private final List<String> contestants =
      new ArrayList<>(List.of("jdbc", "jdbc#twin", "hibernate", "jdbi"));
  private final List<JournalEntry> entries = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(2);
  private final String fingerprint;
  private Instant started = Instant.parse("2026-11-26T12:00:00Z");
  private List<String> command = List.of("run", "--rounds", "10");

  private Runs(String fingerprint, String... workloads) {
    this.fingerprint = fingerprint;
    this.workloads = List.of(workloads);
  }

  /** Begins a run of jdbc, its twin, hibernate and jdbi. */
  public static Runs of(String... workloads) {
    return new Runs("f00d", workloads);
  }

  /** Begins a run on another machine. */
  public static Runs elsewhere(String... workloads) {
    return new Runs("beef", workloads);
  }

  /** Returns what a run of one workload set out to do. */
  public static RunHeader header() {
    return of("find-movie").build().header();
  }

  /** Adds a cell whose operations take about so long, with so much noise from fork to fork. */
  public Runs measured(
      String workload, String contestant, int rounds, double nanosPerOp, double noise) {
    return measured(workload, contestant, rounds, nanosPerOp, noise, 1);
  }

  /** Adds a cell in which the last slice of each fork takes longer by a factor: a stall. */
  public Runs measured(
      String workload,
      String contestant,
      int rounds,
      double nanosPerOp,
      double noise,
      double stall) {
    boolean isHibernate = contestant.startsWith("hibernate");
    CellId cell = new CellId(workload, contestant);
    if (!contestants.contains(contestant)) {
      contestants.add(contestant);
    }
    entries.add(
        new Verified(
            cell,
            new Cost(isHibernate ? 2 : 1, 0, 2, 1, 0, 93, 119),
            isHibernate ? List.of(REASON) : List.of()));
    for (int round = 1; round <= rounds; round++) {
      entries.add(new ForkStart(cell, round, 0));
      double ofFork = nanosPerOp * Math.exp(noise * random.nextGaussian());
      for (int index = 0; index < SLICES; index++) {
        double nanos = ofFork * OPERATIONS * (index == SLICES - 1 ? stall : 1);
        entries.add(
            new Slice(
                cell,
                round,
                index,
                false,
                OPERATIONS,
                nanos,
                new Interference(0.001, 0.5, 0.0, 0, 1.0)));
      }
      entries.add(
          new ForkEnd(
              cell,
              round,
              0,
              isHibernate ? 5_792.4 : 1_024.0,
              ofFork / 2,
              false,
              1.0,
              "JVM",
              List.of("-Xmx512m")));
    }
    return this;
  }

  /** What began it, instead of a run of ten rounds. */
  public Runs command(String... arguments) {
    command = List.of(arguments);
    return this;
  }

  /** When it began, instead of noon. */
  public Runs started(Instant when) {
    started = when;
    return this;
  }

  /** Adds what happened besides. */
  public Runs with(JournalEntry entry) {
    entries.add(entry);
    return this;
  }

  /** Adds a cell whose fork hung. */
  public Runs failed(String workload, String contestant) {
    return with(new ForkFailure(new CellId(workload, contestant), 1, "the fork hung"));
  }

  /** Sets out without one of the contestants. */
  public Runs without(String contestant) {
    contestants.remove(contestant);
    return this;
  }

  /** Adds a cell of each kind that has no number, in a workload of theirs. */
  public Runs withoutNumbers(String workload) {
    return with(new LeftOut(new CellId(workload, "jdbi"), "CASCADE: it has none"))
        .with(
            new Refused(
                new CellId(workload, "hibernate"), "movie 7.title: expected <a>, but was <b>"))
        .failed(workload, "jdbc");
  }

  private static long delayNanos(String workload) {
    int plus = workload.indexOf('+');
    return plus < 0 || isSpotCheck(workload)
        ? 0
        : DelayText.parse(workload.substring(plus + 1)).map(Duration::toNanos).orElseThrow();
  }

  private static boolean isSpotCheck(String workload) {
    return workload.endsWith("+unpinned");
  }

  /** Returns the run. */
  public RunData build() {
    Plan plan =
        new Plan(
            workloads.stream()
                .map(
                    name ->
                        new WorkloadPlan(
                            name,
                            WorkloadPlan.Mode.PAIRED,
                            !isSpotCheck(name),
                            !isSpotCheck(name),
                            delayNanos(name),
                            isSpotCheck(name)))
                .toList(),
            contestants,
            "jdbc",
            "small (1 000 movies)",
            20_261_123,
            "read",
            10,
            null,
            null,
            7,
            0.03,
            null);
    Environment environment =
        new Environment(
            new Machine(
                "Linux 6.1 amd64", "Some CPU", 2, 8L << 30, null, "performance", false, true, 0.1),
            new Server(
                "18.6",
                "embedded",
                new TreeMap<>(
                    Map.of("fsync", "off", "synchronous_commit", "off", "TimeZone", "UTC")),
                new TreeMap<>(Map.of("autosave", "never", "prepareThreshold", "5"))),
            "OpenJDK 17.0.12",
            List.of("-Xms512m", "-Xmx512m", "-XX:+UseG1GC"),
            "1.37",
            "0123abc",
            Map.of("jdbc", "pgjdbc 42.7.14"));
    return new RunData(new RunHeader(started, command, plan, environment, fingerprint), entries);
  }
}
