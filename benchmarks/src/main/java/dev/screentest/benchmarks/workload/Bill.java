package dev.screentest.benchmarks.workload;

import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.meter.WireCounts;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one operation may cost on the wire. Transaction control and blocks of ids are counted apart.
 *
 * @param statements statements that do the work; empty where the contract promises no number
 * @param roundTrips round trips that do the work; empty where the contract promises no number
 * @param rowsAffected rows written
 * @param transactions transactions, each with one round trip of its own: that of its end
 */
public record Bill(
    OptionalLong statements, OptionalLong roundTrips, long rowsAffected, long transactions) {

  /** Returns the bill of a read by one statement. */
  static Bill ofOneStatement(UnitKind unit) {
    return new Bill(OptionalLong.of(1), OptionalLong.of(1), 0, unit == UnitKind.QUERY ? 0 : 1);
  }

  /** Returns the bill of a transaction that writes rows. */
  static Bill ofRowsWritten(long rows) {
    return new Bill(OptionalLong.empty(), OptionalLong.empty(), rows, 1);
  }

  /** Compares what was counted with this bill, and says what does not fit. */
  public Optional<String> complaint(WireCounts counts, int operations) {
    return unequal("statements", statements, counts.statements(), operations)
        .or(() -> unequal("round trips", roundTrips, counts.workRoundTrips(), operations))
        .or(
            () ->
                unequal(
                    "rows written",
                    OptionalLong.of(rowsAffected),
                    counts.rowsAffected(),
                    operations))
        .or(
            () ->
                unequal(
                    "transactions",
                    OptionalLong.of(transactions),
                    counts.commits() + counts.rollbacks(),
                    operations))
        .or(
            () ->
                unequal(
                    "round trips of transaction control",
                    OptionalLong.of(transactions),
                    counts.controlRoundTrips(),
                    operations));
  }

  private static Optional<String> unequal(
      String what, OptionalLong promised, long counted, int operations) {
    return promised.isPresent() && promised.getAsLong() * operations != counted
        ? Optional.of(
            "%s: promised %d per operation, but counted %d in %d operations"
                .formatted(what, promised.getAsLong(), counted, operations))
        : Optional.empty();
  }
}
