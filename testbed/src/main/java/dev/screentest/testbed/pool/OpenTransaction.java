package dev.screentest.testbed.pool;

import java.sql.Connection;
import java.sql.SQLException;

/** What a borrower may have left behind, where the library would commit it. */
final class OpenTransaction {
  private OpenTransaction() {}

  /** Rolls it back. The driver sends nothing where nothing was begun. */
  static void rollBack(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
  }
}
