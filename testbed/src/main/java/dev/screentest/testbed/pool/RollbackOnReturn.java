package dev.screentest.testbed.pool;

import io.agroal.api.AgroalDataSourceListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Rolls back what a borrower of Agroal's left open, before Agroal would commit it. */
final class RollbackOnReturn implements AgroalDataSourceListener {

  private static final Logger LOGGER = Logger.getLogger(RollbackOnReturn.class.getName());

  @Override
  public void beforeConnectionReturn(Connection connection) {
    try {
      OpenTransaction.rollBack(connection);
    } catch (SQLException e) {
      // A connection that cannot even do this is broken, which the next borrower's check finds.
      LOGGER.log(Level.FINE, "A returned connection could not be rolled back", e);
    }
  }
}
