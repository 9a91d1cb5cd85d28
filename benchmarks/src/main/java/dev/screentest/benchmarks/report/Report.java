package dev.screentest.benchmarks.report;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The results of a run.
 *
 * @param started when
 * @param baseline the contestant that the others are compared with
 * @param rows by workload, each workload's together
 */
public record Report(Instant started, String baseline, Environment environment, List<Row> rows) {

  public Report {
    rows = List.copyOf(rows);
  }

  /**
   * Returns how many times as long as the baseline a contestant takes, where both have a number.
   */
  OptionalDouble ratio(Row row) {
    if (!(row.outcome() instanceof Outcome.Measured measured)) {
      return OptionalDouble.empty();
    }
    return rows.stream()
        .filter(other -> other.workload().equals(row.workload()))
        .filter(other -> other.contestant().equals(baseline))
        .map(Row::outcome)
        .filter(Outcome.Measured.class::isInstance)
        .mapToDouble(other -> ((Outcome.Measured) other).microsPerOp())
        .map(micros -> measured.microsPerOp() / micros)
        .findFirst();
  }

  /** Returns whether a check failed in any cell. */
  public boolean hasFailure() {
    return rows.stream().anyMatch(row -> row.outcome() instanceof Outcome.Failed);
  }
}
