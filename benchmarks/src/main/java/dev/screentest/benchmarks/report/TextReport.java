package dev.screentest.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** The report for people. */
public final class TextReport {

  private static final List<String> HEADING =
      List.of(
          "workload",
          "implementation",
          "µs/op",
          "± error",
          "ratio",
          "B/op",
          "statements/op",
          "round trips/op");

  /** Those that decide what a number means; the JSON has all. */
  private static final Set<String> SHOWN_SETTINGS =
      Set.of("fsync", "synchronous_commit", "jit", "autovacuum", "shared_buffers");

  private TextReport() {}

  /** Returns the whole report. */
  public static String render(Report report) {
    return table(report)
        + "\n"
        + reasons(report)
        + explanation(report)
        + "\n"
        + environment(report.environment());
  }

  /** Returns the table alone. */
  public static String table(Report report) {
    Table table = new Table(2, HEADING);
    String workload = "";
    for (Row row : report.rows()) {
      if (!row.workload().equals(workload)) {
        table.add(List.of());
      }
      List<String> cells = new ArrayList<>();
      cells.add(row.workload().equals(workload) ? "" : row.workload());
      cells.add(row.contestant());
      cells.addAll(numbers(report, row));
      table.add(cells);
      workload = row.workload();
    }
    return table.render();
  }

  private static List<String> numbers(Report report, Row row) {
    if (row.outcome() instanceof Outcome.Measured measured) {
      OptionalDouble ratio = report.ratio(row);
      return List.of(
          Numbers.format("%,.1f", measured.microsPerOp()),
          Double.isNaN(measured.errorMicros())
              ? "?"
              : Numbers.format("± %,.1f", measured.errorMicros()),
          ratio.isPresent() ? Numbers.format("%.2f", ratio.getAsDouble()) : "",
          Numbers.format("%,.0f", measured.bytesPerOp()),
          Numbers.count(measured.cost().statements()),
          Numbers.count(measured.cost().roundTrips()));
    }
    return List.of(row.outcome() instanceof Outcome.Failed ? "FAILED" : "left out");
  }

  private static String reasons(Report report) {
    StringBuilder text = new StringBuilder();
    for (Row row : report.rows()) {
      String cell = row.workload() + ", " + row.contestant() + ": ";
      if (row.outcome() instanceof Outcome.Failed failed) {
        text.append("FAILED   ").append(cell).append(failed.reason()).append('\n');
      } else if (row.outcome() instanceof Outcome.LeftOut leftOut) {
        text.append("left out ").append(cell).append(leftOut.reason()).append('\n');
      }
    }
    return text.isEmpty() ? "" : text.append('\n').toString();
  }

  private static String explanation(Report report) {
    return """
    µs/op and ± error are JMH's own: the mean of all iterations of all forks and its 99.9 %% interval, as if
    they were independent. That is too narrow for a verdict; small differences here mean nothing. The ratio
    is that to %s. B/op is what the client allocates. Statements (transaction control and blocks of ids apart)
    and round trips (all) were counted on the wire beforehand, not in the JVMs that were timed.
    """
        .formatted(report.baseline());
  }

  private static String environment(Environment environment) {
    Table table = new Table(2, List.of());
    table.add(
        List.of(
            "PostgreSQL",
            environment.postgresql()
                + " ("
                + environment.serverKind()
                + "): "
                + settings(environment)));
    table.add(
        List.of("JVM", environment.jvm() + ", " + String.join(" ", environment.jvmArguments())));
    table.add(
        List.of("machine", environment.operatingSystem() + ", " + environment.cores() + " cores"));
    table.add(List.of("data", environment.dataset() + ", seed " + environment.seed()));
    table.add(
        List.of(
            "method",
            "JMH %s, %d × one fork each in random order (--seed %d), reads in units of kind %s"
                .formatted(
                    environment.jmh(),
                    environment.rounds(),
                    environment.orderSeed(),
                    environment.unit())));
    table.add(
        List.of(
            "frameworks",
            environment.frameworks().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "))));
    return table.render().stripLeading();
  }

  private static String settings(Environment environment) {
    return environment.settings().entrySet().stream()
        .filter(entry -> SHOWN_SETTINGS.contains(entry.getKey()))
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
