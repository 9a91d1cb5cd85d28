package dev.screentest.testbed.meter;

/**
 * What passed between the driver and the server, in numbers.
 *
 * <p>Every Execute message and every simple Query message is counted once, in exactly one of the
 * first four components, by its SQL text. One Query message with several commands in it counts
 * once; so does a COPY, however much data it moves; so does one that failed.
 *
 * <p>A round trip is a turn from writing to reading: bytes were sent since the last answer, and
 * then an answer came. Its kind is that of the most important message in it: a BEGIN that rides
 * along with a query makes no trip of its own. The opening of connections (TLS, authentication) is
 * in no count but {@code connections}.
 *
 * @param statements statements that do the caller's work
 * @param transactionControl BEGIN, COMMIT, ROLLBACK, savepoints, SET TRANSACTION and the like
 * @param idBlocks statements that take ids from a sequence ({@code nextval(}) and nothing else
 * @param validations empty statements, with which the driver asks whether a connection is alive;
 *     the pool does so when a connection lay idle for more than half a second
 * @param continuations how many of all these only fetched the next rows of a cursor
 * @param roundTrips round trips of every kind
 * @param controlRoundTrips those that carried transaction control and nothing weightier
 * @param idRoundTrips those that carried blocks of ids and at most transaction control
 * @param validationRoundTrips those that carried nothing but validations
 * @param rowsReceived rows that the server sent (DataRow messages)
 * @param rowsAffected rows that the server says it inserted, updated, deleted, merged or copied
 * @param rowsProcessed rows that commands returned or wrote, each once: what a RETURNING brings
 *     back is in both numbers above, and the answer to a SHOW in the first alone, while a server
 *     counts neither so
 * @param transactions transactions that ended in any way: those on request, and those that the
 *     server makes of what it gets outside of any
 * @param commits transactions that the server says it committed on request; a COMMIT that the
 *     server answered with a rollback is none
 * @param rollbacks transactions that the server says it rolled back on request
 * @param errors error responses
 * @param bytesSent bytes from the driver to the server
 * @param bytesReceived bytes from the server to the driver
 * @param connections connections opened
 */
public record WireCounts(
    long statements,
    long transactionControl,
    long idBlocks,
    long validations,
    long continuations,
    long roundTrips,
    long controlRoundTrips,
    long idRoundTrips,
    long validationRoundTrips,
    long rowsReceived,
    long rowsAffected,
    long rowsProcessed,
    long transactions,
    long commits,
    long rollbacks,
    long errors,
    long bytesSent,
    long bytesReceived,
    long connections) {

  /** Round trips that did the caller's work: all but those for transactions, ids and validation. */
  public long workRoundTrips() {
    return roundTrips - controlRoundTrips - idRoundTrips - validationRoundTrips;
  }

  /** What happened between an earlier snapshot and this one. */
  public WireCounts minus(WireCounts earlier) {
    return new WireCounts(
        statements - earlier.statements,
        transactionControl - earlier.transactionControl,
        idBlocks - earlier.idBlocks,
        validations - earlier.validations,
        continuations - earlier.continuations,
        roundTrips - earlier.roundTrips,
        controlRoundTrips - earlier.controlRoundTrips,
        idRoundTrips - earlier.idRoundTrips,
        validationRoundTrips - earlier.validationRoundTrips,
        rowsReceived - earlier.rowsReceived,
        rowsAffected - earlier.rowsAffected,
        rowsProcessed - earlier.rowsProcessed,
        transactions - earlier.transactions,
        commits - earlier.commits,
        rollbacks - earlier.rollbacks,
        errors - earlier.errors,
        bytesSent - earlier.bytesSent,
        bytesReceived - earlier.bytesReceived,
        connections - earlier.connections);
  }
}
