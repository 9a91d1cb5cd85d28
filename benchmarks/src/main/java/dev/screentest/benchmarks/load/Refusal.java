package dev.screentest.benchmarks.load;

import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

/**
 * What a pool means that gives no connection: that all are lent out, which a load is to show, or
 * that something is broken. Libraries agree neither on a type nor on an SQLSTATE for the former.
 */
final class Refusal {

  /** Of those that throw a plain {@code SQLException}: Agroal, Commons DBCP (its pool) and c3p0. */
  private static final List<String> OUT_OF_TIME =
      List.of(
          "Sorry, acquisition timeout!",
          "Timeout waiting for idle object",
          "An attempt by a client to checkout a Connection has timed out.");

  private Refusal() {}

  /** Returns whether nothing is wrong but that no connection came back in time. */
  static boolean isTimeout(Exception refusal) {
    if (refusal instanceof SQLTransientConnectionException) {
      // HikariCP's, which waits for a server that refuses as well, and has its refusal as the cause
      return refusal.getCause() == null;
    }
    if (refusal instanceof SQLTimeoutException) {
      // Vibur DBCP's
      return true;
    }
    String message = String.valueOf(refusal.getMessage());
    return OUT_OF_TIME.stream().anyMatch(message::contains);
  }
}
