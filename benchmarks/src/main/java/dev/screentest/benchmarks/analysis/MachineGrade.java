package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.Interference;
import dev.screentest.benchmarks.result.Machine;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.Slice;
import dev.screentest.benchmarks.statistics.VarianceComponents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How good a machine is for measuring, judged by two identical contestants.
 *
 * @param letter A to E, by the detectable effect
 * @param noiseFloor the largest difference between identical contestants that is not excluded
 * @param detectableEffect what this many rounds would show with 90 % power
 * @param complaints what disturbs, and what to do about it
 */
public record MachineGrade(
    Letter letter, double noiseFloor, double detectableEffect, List<Complaint> complaints) {

  /** What a machine can show in a short run. */
  public enum Letter {
    /** Effects of 1 %. */
    A(0.01),
    /** Effects of 3 %. */
    B(0.03),
    /** Effects of 6 %. */
    C(0.06),
    /** Effects of 12 %. */
    D(0.12),
    /** Large effects only. */
    E(Double.POSITIVE_INFINITY);

    private final double detectableEffect;

    Letter(double detectableEffect) {
      this.detectableEffect = detectableEffect;
    }

    static Letter of(double detectableEffect) {
      return Arrays.stream(values())
          .filter(letter -> detectableEffect <= letter.detectableEffect)
          .findFirst()
          .orElse(E);
    }
  }

  /** Something that disturbs, and what to do about it. */
  public record Complaint(String cause, String remedy) {}

  public MachineGrade {
    complaints = List.copyOf(complaints);
  }

  /**
   * Grades a machine by a run of the baseline and its twin.
   *
   * @throws IllegalArgumentException if the run has no twin with two rounds
   */
  public static MachineGrade of(RunReport report) {
    Comparison worst = null;
    for (WorkloadReport workload : report.workloads()) {
      for (Standing standing : workload.standings()) {
        Comparison twin = standing.comparison();
        if (standing.contestant().equals(report.plan().twin())
            && twin != null
            && twin.detectableEffect() != null
            && (worst == null || effect(twin) > effect(worst))) {
          worst = twin;
        }
      }
    }
    Double noiseFloorPercent = report.noiseFloorPercent();
    if (worst == null || noiseFloorPercent == null) {
      throw new IllegalArgumentException("a grade needs a twin with at least two rounds");
    }
    return new MachineGrade(
        Letter.of(effect(worst)), noiseFloorPercent / 100, effect(worst), complaints(report));
  }

  private static double effect(Comparison twin) {
    return Objects.requireNonNullElse(twin.detectableEffect(), Double.POSITIVE_INFINITY);
  }

  private static List<Complaint> complaints(RunReport report) {
    RunData data = report.data();
    Machine machine = report.header().environment().machine();
    List<Complaint> complaints = new ArrayList<>();
    if (report.twinCheck().hasFailed()) {
      complaints.add(
          new Complaint(
              "Two identical contestants were told apart.",
              "Once in twenty that is chance: try again. If it comes back, report it as a bug."));
    }
    double steal = average(data, Interference::stealFraction).orElse(0);
    if (steal > 0.01) {
      complaints.add(
          new Complaint(
              format("The hypervisor takes %.1f %% of the CPU time.", 100 * steal),
              "Use a machine of its own, or dedicated CPUs, or measure at another hour."));
    }
    Double load = machine.loadBefore();
    if (load != null && load > 0.25 * machine.cores()) {
      complaints.add(
          new Complaint(
              format("Other processes were running before the run (load %.1f).", load),
              "Close them; a browser is enough to disturb."));
    }
    String governor = machine.governor();
    if (governor != null && !governor.equals("performance")) {
      complaints.add(
          new Complaint(
              "The clock of the CPU is governed by \"" + governor + "\".",
              "sudo cpupower frequency-set -g performance; on a laptop, plug it in."));
    }
    if (machine.cores() < 2) {
      complaints.add(
          new Complaint(
              "There is one CPU for client, server and everything else.",
              "Use a machine with two or more."));
    }
    Double limit = machine.cpuLimit();
    if (limit != null && limit < machine.cores()) {
      complaints.add(
          new Complaint(
              format("The container may use %.1f CPUs, then it is stopped for a while.", limit),
              "Lift the limit, or give it whole CPUs (a cpuset)."));
    }
    if (!machine.canPin()) {
      complaints.add(
          new Complaint(
              "Threads cannot be bound to a CPU, so the scheduler moves them.",
              "On Linux, install taskset (util-linux) and allow sched_setaffinity."));
    }
    if (average(data, Interference::cpuPerWall).orElse(1) < 0.97) {
      complaints.add(
          new Complaint(
              "Client and server waited for their CPU in the middle of operations.",
              "See what else runs on it: top, then press 1."));
    }
    if (average(data, slice -> asDouble(slice.checkpoints())).orElse(0) > 0.1) {
      complaints.add(
          new Complaint(
              "The server's checkpoints fell into many slices.",
              "Raise max_wal_size and checkpoint_timeout on a server of your own."));
    }
    if (slicesVaryMoreThanForks(data)) {
      complaints.add(
          new Complaint(
              "Most of the noise is within forks, from one slice to the next.",
              "Longer runs of each fork help here more than more rounds."));
    }
    return complaints;
  }

  private static boolean slicesVaryMoreThanForks(RunData data) {
    String baseline = data.header().plan().baseline();
    return data.forks().entrySet().stream()
        .filter(entry -> entry.getKey().contestant().equals(baseline))
        .map(Map.Entry::getValue)
        .map(
            forks ->
                forks.values().stream()
                    .map(
                        fork ->
                            fork.slices().stream()
                                .mapToDouble(slice -> Math.log(slice.nanosPerOp()))
                                .toArray())
                    .filter(logs -> logs.length > 1)
                    .toList())
        .filter(forks -> forks.size() > 1)
        .anyMatch(
            forks -> {
              VarianceComponents noise = VarianceComponents.of(forks);
              double slices = forks.stream().mapToInt(fork -> fork.length).average().orElse(1);
              return noise.withinForks() / slices > noise.betweenForks()
                  && noise.withinForks() > 1e-4;
            });
  }

  private static OptionalDouble average(
      RunData data, Function<Interference, @Nullable Double> value) {
    return data.entries(Slice.class)
        .filter(slice -> !slice.isWarmup())
        .map(slice -> value.apply(slice.interference()))
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .average();
  }

  private static @Nullable Double asDouble(@Nullable Integer value) {
    return value == null ? null : value.doubleValue();
  }

  private static String format(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
