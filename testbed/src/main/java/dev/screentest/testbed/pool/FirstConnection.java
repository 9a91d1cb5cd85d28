package dev.screentest.testbed.pool;

import dev.screentest.testbed.database.ConnectionPool;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The first connection of a pool that would rather wait for a borrower: so that a server that
 * refuses is found out at once, as with HikariCP.
 */
final class FirstConnection {

  private FirstConnection() {}

  /**
   * Borrows a connection and returns it; closes the pool when there is none to be had.
   *
   * @return the pool
   * @throws SQLException what the driver said
   */
  static <P extends ConnectionPool> P in(P pool) throws SQLException {
    try (Connection first = pool.dataSource().getConnection()) {
      // Nothing is asked of it.
    } catch (SQLException e) {
      pool.close();
      throw driverFailure(e);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
    return pool;
  }

  /** Libraries wrap what the driver throws; only the driver says in which state. */
  static SQLException driverFailure(SQLException failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException said && said.getSQLState() != null) {
        return said;
      }
    }
    return failure;
  }
}
