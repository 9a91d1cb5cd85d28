package dev.screentest.benchmarks.workload;

import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.meter.WireCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What work may cost on the wire: no more, and no less either, since somebody who needs less did
 * something else. Transaction control and blocks of ids are counted apart.
 *
 * @param statements statements that do the work; empty where the contract promises no number
 * @param roundTrips round trips that do the work; empty where the contract promises no number
 * @param mostRoundTrips as many at the most, where the contract promises no number but a bound
 * @param rowsRead rows that the server sends; empty where that depends on how a graph is read
 * @param rowsWritten rows inserted, updated and deleted
 * @param transactions transactions, each with one round trip of its own: that of its end
 * @param newIds ids that are taken from sequences, in blocks of {@value #IDS_PER_BLOCK}, each one
 *     round trip of its own
 * @param isInBatches whether several rows are inserted at once, in JDBC batches
 * @param others what it costs instead, exactly, where a variant names a rule of CONTRACT.md, by
 *     that rule
 */
public record Bill(
    OptionalLong statements,
    OptionalLong roundTrips,
    OptionalLong mostRoundTrips,
    OptionalLong rowsRead,
    long rowsWritten,
    long transactions,
    long newIds,
    boolean isInBatches,
    Map<String, Bill> others) {

  /** The rule of CONTRACT.md that a variant names whose batches are cut to pieces. */
  private static final String BATCHES = "INSERT-3";

  /** The rule of CONTRACT.md that a variant names whose ids come from the inserts themselves. */
  private static final String IDS_IN_BLOCKS = "INSERT-6";

  /** The rule that a variant names which loads what it deletes. */
  static final String PARTS_BY_OWNER = "COUNT-22";

  /** The rule that a variant names which answers from a cache that units share. */
  static final String ASKED_ANEW = "COUNT-23";

  /** Ids of a block, as the contract's schema has them. */
  static final int IDS_PER_BLOCK = 50;

  /** The bill of no work at all. */
  public static final Bill NOTHING =
      new Bill(
          OptionalLong.of(0),
          OptionalLong.of(0),
          OptionalLong.empty(),
          OptionalLong.of(0),
          0,
          0,
          0,
          false,
          Map.of());

  public Bill {
    others = Map.copyOf(others);
  }

  /** Returns the bill of a read by statements that are sent one by one. */
  static Bill ofRead(UnitKind unit, long statements) {
    return new Bill(
        OptionalLong.of(statements),
        OptionalLong.of(statements),
        OptionalLong.empty(),
        OptionalLong.empty(),
        0,
        unit == UnitKind.QUERY || statements == 0 ? 0 : 1,
        0,
        false,
        Map.of());
  }

  /** Returns the bill of a transaction by statements that are sent one by one. */
  static Bill ofWrite(long statements, long rowsWritten) {
    return new Bill(
        OptionalLong.of(statements),
        OptionalLong.of(statements),
        OptionalLong.empty(),
        OptionalLong.empty(),
        rowsWritten,
        1,
        0,
        false,
        Map.of());
  }

  /**
   * Returns the bill of finding rows by their ids that were found before: a cache that units share
   * has them.
   */
  static Bill ofFindingAgain(UnitKind unit, long rows) {
    return ofRead(unit, rows).withRowsRead(rows).orWhere(ASKED_ANEW, NOTHING);
  }

  Bill withStatements(OptionalLong newStatements) {
    return new Bill(
        newStatements,
        roundTrips,
        mostRoundTrips,
        rowsRead,
        rowsWritten,
        transactions,
        newIds,
        isInBatches,
        others);
  }

  Bill withRoundTrips(OptionalLong newRoundTrips) {
    return withRoundTrips(newRoundTrips, OptionalLong.empty());
  }

  /** Promises no number of round trips any more, but that there are no more than these. */
  Bill withRoundTripsUpTo(long most) {
    return withRoundTrips(OptionalLong.empty(), OptionalLong.of(most));
  }

  private Bill withRoundTrips(OptionalLong exactly, OptionalLong most) {
    return new Bill(
        statements,
        exactly,
        most,
        rowsRead,
        rowsWritten,
        transactions,
        newIds,
        isInBatches,
        others);
  }

  private OptionalLong most() {
    return roundTrips.isPresent() ? roundTrips : mostRoundTrips;
  }

  Bill withRowsRead(long rows) {
    return new Bill(
        statements,
        roundTrips,
        mostRoundTrips,
        OptionalLong.of(rows),
        rowsWritten,
        transactions,
        newIds,
        isInBatches,
        others);
  }

  Bill withTransactions(long number) {
    return new Bill(
        statements,
        roundTrips,
        mostRoundTrips,
        rowsRead,
        rowsWritten,
        number,
        newIds,
        isInBatches,
        others);
  }

  Bill withNewIds(long ids) {
    return new Bill(
        statements,
        roundTrips,
        mostRoundTrips,
        rowsRead,
        rowsWritten,
        transactions,
        ids,
        isInBatches,
        others);
  }

  Bill inBatches() {
    return new Bill(
        statements,
        roundTrips,
        mostRoundTrips,
        rowsRead,
        rowsWritten,
        transactions,
        newIds,
        true,
        others);
  }

  /** Adds what it costs, exactly, for a variant that names a rule; one rule at the most. */
  Bill orWhere(String rule, Bill other) {
    return new Bill(
        statements,
        roundTrips,
        mostRoundTrips,
        rowsRead,
        rowsWritten,
        transactions,
        newIds,
        isInBatches,
        Map.of(rule, other));
  }

  /**
   * Returns this bill for a variant that declares another one. Of the rules that it names, some
   * promise nothing any more, and some promise another number; all others hold as they are.
   */
  public Bill declaredBy(Variant variant) {
    List<String> broken = rulesBrokenBy(variant);
    Bill bill = this;
    for (Map.Entry<String, Bill> other : others.entrySet()) {
      if (broken.contains(other.getKey())) {
        bill = other.getValue();
      }
    }
    if (broken.contains(IDS_IN_BLOCKS)) {
      // The ids come as rows instead.
      bill =
          new Bill(
              bill.statements,
              bill.roundTrips,
              bill.mostRoundTrips,
              OptionalLong.empty(),
              bill.rowsWritten,
              bill.transactions,
              0,
              bill.isInBatches,
              Map.of());
    }
    return broken.contains(BATCHES)
        ? bill.withStatements(OptionalLong.empty())
            .withRoundTripsUpTo(bill.most().orElse(0) + rowsWritten)
        : bill;
  }

  /** Returns the reasons of a variant for the promises of this bill that it does not keep. */
  public List<String> reasons(Variant variant) {
    return rulesBrokenBy(variant).stream()
        .flatMap(rule -> Stream.ofNullable(variant.differentBill().get(rule)))
        .distinct()
        .toList();
  }

  /** Returns those rules behind this bill that a variant names. */
  private List<String> rulesBrokenBy(Variant variant) {
    List<String> rules = new ArrayList<>();
    if (isInBatches) {
      rules.add(BATCHES);
    }
    if (newIds > 0) {
      rules.add(IDS_IN_BLOCKS);
    }
    rules.addAll(others.keySet());
    rules.retainAll(variant.differentBill().keySet());
    return rules;
  }

  /** Returns the bill of this work and some more; what one of them leaves open stays open. */
  public Bill plus(Bill more) {
    return new Bill(
        sum(statements, more.statements),
        sum(roundTrips, more.roundTrips),
        roundTrips.isPresent() && more.roundTrips.isPresent()
            ? OptionalLong.empty()
            : sum(most(), more.most()),
        sum(rowsRead, more.rowsRead),
        rowsWritten + more.rowsWritten,
        transactions + more.transactions,
        newIds + more.newIds,
        isInBatches || more.isInBatches,
        Map.of());
  }

  private static OptionalLong sum(OptionalLong one, OptionalLong other) {
    return one.isPresent() && other.isPresent()
        ? OptionalLong.of(one.getAsLong() + other.getAsLong())
        : OptionalLong.empty();
  }

  /**
   * Compares what was counted with this bill, and says what does not fit.
   *
   * @param operations how many operations the bill is for, to be named
   */
  public Optional<String> complaint(WireCounts counts, int operations) {
    return unequal("statements", statements, counts.statements(), operations)
        .or(() -> unequal("round trips", roundTrips, counts.workRoundTrips(), operations))
        .or(() -> more("round trips", mostRoundTrips, counts.workRoundTrips(), operations))
        .or(() -> unequal("rows read", rowsRead, workRowsRead(counts), operations))
        .or(() -> unequal("rows written", rowsWritten, counts.rowsAffected(), operations))
        .or(
            () ->
                unequal(
                    "transactions",
                    transactions,
                    counts.commits() + counts.rollbacks(),
                    operations))
        .or(
            () ->
                unequal(
                    "round trips of transaction control",
                    transactions,
                    counts.controlRoundTrips(),
                    operations))
        .or(
            () ->
                unequal(
                    "ids taken in blocks", newIds, counts.idBlocks() * IDS_PER_BLOCK, operations));
  }

  /** The rows in which blocks of ids come are not those of the work. */
  private static long workRowsRead(WireCounts counts) {
    return counts.rowsReceived() - counts.idBlocks();
  }

  private static Optional<String> unequal(
      String what, OptionalLong promised, long counted, int operations) {
    return promised.isPresent()
        ? unequal(what, promised.getAsLong(), counted, operations)
        : Optional.empty();
  }

  private static Optional<String> more(
      String what, OptionalLong most, long counted, int operations) {
    return most.isEmpty() || counted <= most.getAsLong()
        ? Optional.empty()
        : Optional.of(
            "%s: promised %d at the most, but counted %d in %d operations"
                .formatted(what, most.getAsLong(), counted, operations));
  }

  private static Optional<String> unequal(
      String what, long promised, long counted, int operations) {
    return promised == counted
        ? Optional.empty()
        : Optional.of(
            "%s: promised %d, but counted %d in %d operations"
                .formatted(what, promised, counted, operations));
  }

  /** Returns one line for people; what is left open is not mentioned. */
  public String text() {
    List<String> parts = new ArrayList<>();
    statements.ifPresent(number -> parts.add(number + " st"));
    roundTrips.ifPresent(number -> parts.add(number + " rt"));
    mostRoundTrips.ifPresent(number -> parts.add("up to " + number + " rt"));
    if (rowsWritten > 0) {
      parts.add(rowsWritten + " written");
    }
    if (newIds > 0) {
      parts.add(newIds + " ids");
    }
    if (transactions > 0) {
      parts.add(transactions + " tx");
    }
    return String.join(", ", parts);
  }
}
