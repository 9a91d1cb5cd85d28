package dev.screentest.benchmarks.verify;

import dev.screentest.testbed.meter.WireCounts;

/**
 * What an operation cost on the wire: exact, per operation. An operation may take part of a block
 * of ids, hence the fractions.
 *
 * @param statements statements that did the work
 * @param idBlocks statements that took blocks of ids
 * @param roundTrips all round trips, those for transactions and ids included
 * @param rowsReceived rows that the server sent
 * @param rowsWritten rows that the server inserted, updated or deleted
 * @param bytesSent bytes to the server
 * @param bytesReceived bytes from the server
 */
public record Cost(
    double statements,
    double idBlocks,
    double roundTrips,
    double rowsReceived,
    double rowsWritten,
    double bytesSent,
    double bytesReceived) {

  static Cost perOperation(WireCounts counts, int operations) {
    double n = operations;
    return new Cost(
        counts.statements() / n,
        counts.idBlocks() / n,
        (counts.roundTrips() - counts.validationRoundTrips()) / n,
        counts.rowsReceived() / n,
        counts.rowsAffected() / n,
        counts.bytesSent() / n,
        counts.bytesReceived() / n);
  }
}
