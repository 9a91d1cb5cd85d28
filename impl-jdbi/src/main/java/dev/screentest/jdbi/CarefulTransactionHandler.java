package dev.screentest.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.core.transaction.TransactionHandler;

/**
 * Jdbi's own transaction handling, but for a transaction that cannot be rolled back, after a commit
 * that failed or without one. Jdbi switches autocommit back on even then, and JDBC commits whatever
 * is open when that happens. Here such a connection is given up instead, so that the server rolls
 * back what it has lost.
 */
final class CarefulTransactionHandler extends DelegatingTransactionHandler {

  CarefulTransactionHandler() {
    this(LocalTransactionHandler.binding());
  }

  private CarefulTransactionHandler(TransactionHandler delegate) {
    super(delegate);
  }

  @Override
  public TransactionHandler specialize(Handle handle) throws SQLException {
    return new CarefulTransactionHandler(getDelegate().specialize(handle));
  }

  /** Rolls back; the driver sends nothing when Jdbi then does so again. */
  @Override
  public void rollback(Handle handle) {
    Connection connection = handle.getConnection();
    try {
      connection.rollback();
    } catch (SQLException failure) {
      giveUp(connection, failure);
      throw new TransactionException("the transaction could not be rolled back", failure);
    }
    super.rollback(handle);
  }

  private static void giveUp(Connection connection, SQLException reason) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException further) {
      reason.addSuppressed(further);
    }
  }
}
