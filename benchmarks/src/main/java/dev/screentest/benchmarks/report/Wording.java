package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.Comparison;
import dev.screentest.benchmarks.analysis.Disturbance;
import dev.screentest.benchmarks.analysis.Note;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.analysis.Standing;
import dev.screentest.benchmarks.analysis.WorkloadReport;
import dev.screentest.benchmarks.result.Environment;
import dev.screentest.benchmarks.result.Machine;
import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.result.ServerRestart;
import dev.screentest.benchmarks.result.WorkloadPlan;
import dev.screentest.benchmarks.statistics.RatioInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers and words of a run as people read them, the same in every view. */
final class Wording {

  /** The columns of every table; the first is a name, the fifth a word, the others are numbers. */
  static final List<String> HEADING =
      List.of(
          "implementation",
          "µs/op",
          "ratio",
          "95 % interval",
          "verdict",
          "tier",
          "detects",
          "B/op",
          "stmts",
          "trips");

  static final int VERDICT_COLUMN = 4;

  /** Those that decide what a number means; the journal has all. */
  private static final Set<String> SHOWN_SETTINGS =
      Set.of(
          "fsync",
          "synchronous_commit",
          "jit",
          "autovacuum",
          "shared_buffers",
          "default_transaction_isolation");

  private static final double NARROW = 0.005;
  private static final double MANY = 10;
  private static final double MANY_BYTES = 1e7;

  private final RunReport report;
  private final Plan plan;

  Wording(RunReport report) {
    this.report = report;
    this.plan = report.plan();
  }

  /** Returns the cells of a row, as many as the heading has. */
  List<String> row(Standing standing) {
    Comparison comparison = standing.comparison();
    boolean isBaseline = standing.contestant().equals(plan.baseline());
    return List.of(
        standing.contestant(),
        micros(standing.nanosPerOp().mean()),
        isBaseline ? "1" : comparison == null ? "" : ratio(comparison),
        comparison == null ? "" : interval(comparison),
        isBaseline ? "baseline" : comparison == null ? "" : comparison.verdict().toString(),
        standing.tier() == null ? "" : standing.tier().toString(),
        comparison == null ? "" : percent(comparison.detectableEffect()),
        bytes(standing.bytesPerOp()),
        standing.cost() == null ? "" : Numbers.count(standing.cost().statements()),
        standing.cost() == null ? "" : Numbers.count(standing.cost().roundTrips()));
  }

  static String micros(double nanos) {
    return Numbers.format(nanos < 10_000 ? "%,.2f" : "%,.1f", nanos / 1_000);
  }

  static String ratio(Comparison comparison) {
    return ratio(comparison.ratio(), comparison.interval());
  }

  /** Returns a ratio with as many decimals as its interval has. */
  static String ratio(double ratio, @Nullable RatioInterval interval) {
    return Numbers.format(format(ratio, interval), ratio);
  }

  private static String interval(Comparison comparison) {
    RatioInterval interval = comparison.interval();
    return interval == null ? "one round" : interval(interval);
  }

  /** Returns an interval; nothing where there is none. */
  static String interval(@Nullable RatioInterval interval) {
    if (interval == null) {
      return "";
    }
    String format = format(interval.ratio(), interval);
    return "["
        + Numbers.format(format, interval.low())
        + ", "
        + Numbers.format(format, interval.high())
        + "]";
  }

  /** Two decimals, unless the interval would vanish in them or the ratio makes them idle. */
  private static String format(double ratio, @Nullable RatioInterval interval) {
    if (interval != null && interval.halfWidth() < NARROW) {
      return "%,.3f";
    }
    return ratio < MANY ? "%,.2f" : "%,.1f";
  }

  /** Bytes from ten millions on have no use for the last of them. */
  static String bytes(@Nullable Double bytes) {
    if (bytes == null) {
      return "";
    }
    return bytes < MANY_BYTES
        ? Numbers.format("%,.0f", bytes)
        : Numbers.format("%,.1f M", bytes / 1e6);
  }

  static String percent(@Nullable Double fraction) {
    return fraction == null ? "" : Numbers.format("%,.1f %%", 100 * fraction);
  }

  /** Returns how a workload was measured, and its noise floor. */
  String circumstances(WorkloadReport workload) {
    WorkloadPlan how = workload.plan();
    return workload.rounds()
        + (workload.rounds() == 1 ? " round, " : " rounds, ")
        + how.mode().name().toLowerCase(Locale.ROOT)
        + (how.isPinned() ? ", pinned to one CPU" : ", not pinned")
        + (workload.noiseFloor() == null ? "" : "; noise floor " + percent(workload.noiseFloor()));
  }

  /** Returns what is to be said of a row besides its numbers; empty where there is nothing. */
  Optional<String> remarks(Standing standing) {
    List<String> remarks =
        new ArrayList<>(standing.notes().stream().map(note -> label(note, standing)).toList());
    Comparison comparison = standing.comparison();
    if (comparison != null && comparison.roundsStillNeeded() != null) {
      int rounds = comparison.roundsStillNeeded();
      remarks.add(rounds + (rounds == 1 ? " more round" : " more rounds") + " for a verdict");
    }
    if (comparison != null && comparison.isBeyondReach()) {
      remarks.add("cannot be shown here");
    }
    return remarks.isEmpty()
        ? Optional.empty()
        : Optional.of(standing.contestant() + ": " + String.join("; ", remarks));
  }

  private static String label(Note note, Standing standing) {
    return note == Note.DIFFERENT_BILL && !standing.differentBill().isEmpty()
        ? note.label() + " (" + String.join("; ", standing.differentBill()) + ")"
        : note.label();
  }

  /** Returns the warning that marks a report from top to bottom; empty where there is none. */
  Optional<String> warning() {
    return report.twinCheck().hasFailed()
        ? Optional.of(
            "CALIBRATION FAILED: "
                + plan.baseline()
                + " was told apart from itself in "
                + String.join(", ", report.twinCheck().toldApart())
                + ". Do not trust the verdicts below.")
        : Optional.empty();
  }

  /** Returns what the columns mean. */
  List<String> method() {
    String margin = percent(plan.margin()).replace(".0 %", " %");
    List<String> method =
        new ArrayList<>(
            List.of(
                "ratio: how many times as long an operation takes as with "
                    + plan.baseline()
                    + " in the same round, with its unadjusted 95 % t interval over rounds.",
                "verdict: SAME when the 90 % interval lies within "
                    + margin
                    + " (5 % error each); SLOWER or FASTER at 5 % error for the whole workload"
                    + " (Holm); otherwise INCONCLUSIVE.",
                "tier: whom this run does not distinguish from the tier's leader.",
                "detects: the effect that these rounds find in 9 of 10 runs.",
                "µs/op: on this machine, at this hour. B/op: allocated by the client. stmts, trips:"
                    + " statements and round trips, counted on the wire before timing.",
                plan.twin()
                    + ": "
                    + plan.baseline()
                    + " once more under a second name; what the two differ by is noise."));
    Set<Note> notes =
        report.workloads().stream()
            .flatMap(workload -> workload.standings().stream())
            .flatMap(standing -> standing.notes().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    notes.forEach(note -> method.add(note.label() + ": " + note.meaning() + "."));
    return method;
  }

  /** The command run is kept without its name, since a resume reads its arguments alone. */
  String command() {
    List<String> command = report.header().command();
    boolean isNamed = !command.isEmpty() && !command.get(0).startsWith("-");
    return "./screentest " + (isNamed ? "" : "run ") + String.join(" ", command);
  }

  private String restarts() {
    List<String> rounds =
        report
            .data()
            .entries(ServerRestart.class)
            .map(restart -> String.valueOf(restart.round()))
            .distinct()
            .toList();
    return rounds.isEmpty() ? "" : "; started anew before round " + String.join(", ", rounds);
  }

  private Optional<String> disturbance() {
    Disturbance disturbance = report.disturbance();
    List<String> parts = new ArrayList<>();
    if (disturbance.stealFraction() != null) {
      parts.add(percent(disturbance.stealFraction()) + " of the CPU time stolen by the hypervisor");
    }
    if (disturbance.highestLoad() != null) {
      parts.add("load up to " + Numbers.format("%.1f", disturbance.highestLoad()));
    }
    if (disturbance.collectorFraction() != null) {
      parts.add("collectors for " + percent(disturbance.collectorFraction()) + " of the slices");
    }
    if (disturbance.checkpoints() != null) {
      int checkpoints = disturbance.checkpoints();
      parts.add(checkpoints + (checkpoints == 1 ? " checkpoint" : " checkpoints"));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  /** Returns where and how the run took place. */
  Map<String, String> environment() {
    Environment environment = report.header().environment();
    Machine machine = environment.machine();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("started", report.header().started().toString());
    lines.put("command", command());
    lines.put(
        "PostgreSQL",
        environment.server().version()
            + " ("
            + environment.server().kind()
            + "): "
            + pairs(
                environment.server().settings().entrySet().stream()
                    .filter(entry -> SHOWN_SETTINGS.contains(entry.getKey())))
            + restarts());
    SortedMap<String, String> driver = environment.server().driver();
    if (driver != null) {
      lines.put("driver", pairs(driver.entrySet().stream()));
    }
    lines.put("JVM", environment.jvm() + ", " + String.join(" ", environment.jvmArguments()));
    lines.put(
        "machine",
        machine.operatingSystem()
            + ", "
            + machine.cpu()
            + ", "
            + machine.cores()
            + (machine.cores() == 1 ? " core" : " cores")
            + (machine.governor() == null ? "" : ", governor " + machine.governor())
            + (machine.isVirtual() ? ", virtual" : ""));
    disturbance().ifPresent(text -> lines.put("disturbance", text));
    lines.put("data", plan.dataset() + ", seed " + plan.dataSeed());
    if (plan.pool() != null) {
      lines.put("pool", plan.pool().replace(",", ", "));
    }
    lines.put(
        "method",
        "JMH "
            + environment.jmh()
            + ", order from --seed "
            + plan.seed()
            + ", reads in units of kind "
            + plan.unit());
    lines.put(
        "libraries",
        environment.libraries().entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining("; ")));
    lines.put("revision", environment.revision());
    lines.put("fingerprint", report.header().fingerprint());
    return lines;
  }

  private static String pairs(Stream<Map.Entry<String, String>> settings) {
    return settings
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
