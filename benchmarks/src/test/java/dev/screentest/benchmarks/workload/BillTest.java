package dev.screentest.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.meter.WireCounts;
import java.util.Map;
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
    assertThat(Bill.ofRead(UnitKind.READ, 10).complaint(counts(10, 10, 0, 1), 10)).isEmpty();
    assertThat(Bill.ofRead(UnitKind.QUERY, 10).complaint(counts(10, 10, 0, 0), 10)).isEmpty();
    assertThat(Bill.ofWrite(9, 16).complaint(counts(9, 9, 16, 1), 1)).isEmpty();
  }

  @Test
  void anExtraStatementIsNamedWithItsNumber() {
    assertThat(Bill.ofRead(UnitKind.READ, 10).complaint(counts(11, 11, 0, 1), 10))
        .contains("statements: promised 10, but counted 11 in 10 operations");
  }

  @Test
  void aStatementTooFewIsNamedAsWell() {
    assertThat(Bill.ofRead(UnitKind.READ, 10).complaint(counts(9, 9, 0, 1), 10))
        .contains("statements: promised 10, but counted 9 in 10 operations");
  }

  @Test
  void aReadWithoutItsTransactionIsNoRead() {
    assertThat(Bill.ofRead(UnitKind.READ, 10).complaint(counts(10, 10, 0, 0), 10))
        .contains("transactions: promised 1, but counted 0 in 10 operations");
  }

  @Test
  void moreRoundTripsThanBatchesAreNamed() {
    assertThat(
            Bill.ofWrite(2, 1000)
                .withStatements(OptionalLong.empty())
                .complaint(counts(6, 3, 1000, 1), 1))
        .contains("round trips: promised 2, but counted 3 in 1 operations");
  }

  @Test
  void aBoundIsKeptFromAbove() {
    Bill bill = Bill.ofWrite(2, 1000).withStatements(OptionalLong.empty()).withRoundTripsUpTo(2);

    assertThat(bill.complaint(counts(1, 1, 1000, 1), 1)).isEmpty();
    assertThat(bill.complaint(counts(6, 2, 1000, 1), 1)).isEmpty();
    assertThat(bill.complaint(counts(6, 3, 1000, 1), 1))
        .contains("round trips: promised 2 at the most, but counted 3 in 1 operations");
    assertThat(bill.plus(Bill.ofWrite(3, 3)).complaint(counts(9, 6, 1003, 2), 1))
        .contains("round trips: promised 5 at the most, but counted 6 in 1 operations");
    assertThat(bill.text()).isEqualTo("up to 2 rt, 1000 written, 1 tx");
  }

  @Test
  void rowsThatAreMissingAreNamed() {
    assertThat(Bill.ofWrite(9, 16).complaint(counts(9, 9, 15, 1), 1))
        .contains("rows written: promised 16, but counted 15 in 1 operations");
  }

  @Test
  void rowsThatAreReadInVainAreNamed() {
    assertThat(Bill.ofRead(UnitKind.QUERY, 1).withRowsRead(1).complaint(counts(1, 1, 0, 0), 1))
        .contains("rows read: promised 1, but counted 0 in 1 operations");
  }

  @Test
  void idsThatWereNotTakenInBlocksAreNamed() {
    assertThat(Bill.ofWrite(50, 50).withNewIds(50).complaint(counts(50, 50, 50, 1), 50))
        .contains("ids taken in blocks: promised 50, but counted 0 in 50 operations");
  }

  @Test
  void aSumLeavesOpenWhatOneOfItsPartsLeavesOpen() {
    Bill open = Bill.ofWrite(1, 1).withStatements(OptionalLong.empty());

    assertThat(open.plus(Bill.ofWrite(2, 3)).statements()).isEmpty();
    assertThat(open.plus(Bill.ofWrite(2, 3)).roundTrips()).hasValue(3);
    assertThat(open.plus(Bill.ofWrite(2, 3)).rowsWritten()).isEqualTo(4);
  }

  @Test
  void theTextHasWhatIsPromisedAndNothingElse() {
    assertThat(Bill.ofWrite(5, 16).withNewIds(13).text())
        .isEqualTo("5 st, 5 rt, 16 written, 13 ids, 1 tx");
    assertThat(Bill.ofRead(UnitKind.QUERY, 1).text()).isEqualTo("1 st, 1 rt");
  }

  @Test
  void aVariantIsExcusedFromWhatItDeclaresAndFromNothingElse() {
    Variant returning =
        new Variant(
            "returning", "", Map.of(), Map.of("INSERT-3", "cut", "INSERT-6", "by the insert"));
    Bill batch = Bill.ofWrite(1, 50).withNewIds(50).inBatches();

    assertThat(batch.declaredBy(returning).complaint(counts(50, 50, 50, 1), 1)).isEmpty();
    assertThat(batch.declaredBy(returning).complaint(counts(52, 52, 50, 1), 1))
        .as("more than a round trip for each row and those of the batch")
        .contains("round trips: promised 51 at the most, but counted 52 in 1 operations");
    assertThat(batch.declaredBy(returning).complaint(counts(50, 50, 49, 1), 1))
        .contains("rows written: promised 50, but counted 49 in 1 operations");
    assertThat(batch.reasons(returning)).containsExactly("cut", "by the insert");
    assertThat(Bill.ofWrite(2, 1).reasons(returning)).isEmpty();
    assertThat(Bill.ofWrite(1, 1).withNewIds(1).reasons(returning))
        .as("a row that is no batch")
        .containsExactly("by the insert");
  }

  @Test
  void whoDeclaresAnotherNumberIsHeldToIt() {
    Variant cached = new Variant("cached", "", Map.of(), Map.of("COUNT-23", "remembered"));
    Bill bill = Bill.ofFindingAgain(UnitKind.READ, 10);

    assertThat(bill.complaint(counts(0, 0, 0, 0), 1))
        .contains("statements: promised 10, but counted 0 in 1 operations");
    assertThat(bill.declaredBy(cached).complaint(counts(0, 0, 0, 0), 1)).isEmpty();
    assertThat(bill.declaredBy(cached).complaint(counts(1, 1, 1, 1), 1))
        .contains("statements: promised 0, but counted 1 in 1 operations");
    assertThat(bill.reasons(cached)).containsExactly("remembered");
    assertThat(Bill.ofRead(UnitKind.READ, 1).reasons(cached)).isEmpty();
  }
}
