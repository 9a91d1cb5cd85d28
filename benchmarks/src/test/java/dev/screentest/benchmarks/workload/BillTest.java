package dev.screentest.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.meter.WireCounts;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BillTest {

  private static WireCounts counts(long statements, long workTrips, long rows, long commits) {
    return new WireCounts(
        statements,
        2 * commits,
        0,
        0,
        0,
        workTrips + commits,
        commits,
        0,
        0,
        0,
        rows,
        commits,
        commits,
        0,
        0,
        0,
        0,
        0);
  }

  @Test
  void whatWasPromisedIsNoReasonToComplain() {
    assertThat(Bill.ofOneStatement(UnitKind.READ).complaint(counts(10, 10, 0, 10), 10)).isEmpty();
    assertThat(Bill.ofOneStatement(UnitKind.QUERY).complaint(counts(10, 10, 0, 0), 10)).isEmpty();
    assertThat(Bill.ofRowsWritten(16).complaint(counts(90, 50, 160, 10), 10)).isEmpty();
  }

  @Test
  void anExtraStatementIsNamedWithItsNumber() {
    assertThat(Bill.ofOneStatement(UnitKind.READ).complaint(counts(11, 11, 0, 10), 10))
        .contains("statements: promised 1 per operation, but counted 11 in 10 operations");
  }

  @Test
  void aReadWithoutItsTransactionIsNoRead() {
    assertThat(Bill.ofOneStatement(UnitKind.READ).complaint(counts(10, 10, 0, 0), 10))
        .contains("transactions: promised 1 per operation, but counted 0 in 10 operations");
  }

  @Test
  void moreRoundTripsThanBatchesAreNamed() {
    assertThat(
            new Bill(OptionalLong.empty(), OptionalLong.of(2), 1000, 1)
                .complaint(counts(6, 3, 1000, 1), 1))
        .contains("round trips: promised 2 per operation, but counted 3 in 1 operations");
  }

  @Test
  void rowsThatAreMissingAreNamed() {
    assertThat(Bill.ofRowsWritten(16).complaint(counts(9, 5, 15, 1), 1))
        .contains("rows written: promised 16 per operation, but counted 15 in 1 operations");
  }
}
