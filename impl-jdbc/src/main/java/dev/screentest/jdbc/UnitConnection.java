package dev.screentest.jdbc;

import dev.screentest.domain.UnitKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one unit: taken with the first statement, so that a unit without one costs
 * nothing, and given back as it was found.
 */
final class UnitConnection {

  /** Named, since the driver would return all columns otherwise. */
  private static final String[] ID = {"id"};

  private final DataSource dataSource;
  private final UnitKind kind;
  private @Nullable Connection connection;
  private boolean autoCommitFound;

  /** Whether no transaction is open: switching autocommit on would commit it. */
  private boolean settled = true;

  UnitConnection(DataSource dataSource, UnitKind kind) {
    this.dataSource = dataSource;
    this.kind = kind;
  }

  /** Prepares a statement; the caller closes it. */
  PreparedStatement prepare(String sql) throws SQLException {
    return taken().prepareStatement(sql);
  }

  /** Prepares an insert that returns the ids of its rows; the caller closes it. */
  PreparedStatement prepareReturningId(String sql) throws SQLException {
    return taken().prepareStatement(sql, ID);
  }

  private Connection taken() throws SQLException {
    Connection taken = connection;
    return taken == null ? take() : taken;
  }

  /**
   * Takes the connection. Nothing is sent: pgjdbc begins the transaction, read-only or not,
   * together with its first statement.
   */
  private Connection take() throws SQLException {
    Connection taken = dataSource.getConnection();
    connection = taken;
    autoCommitFound = taken.getAutoCommit();
    boolean autoCommit = kind == UnitKind.QUERY;
    if (autoCommitFound != autoCommit) {
      taken.setAutoCommit(autoCommit);
    }
    if (kind == UnitKind.READ) {
      taken.setReadOnly(true);
    }
    settled = autoCommit;
    return taken;
  }

  void commit() throws SQLException {
    if (connection != null) {
      connection.commit();
      settled = true;
    }
  }

  /** Rolls back; where the connection is lost, the server has done it. */
  void rollback() throws SQLException {
    if (connection != null && !connection.isClosed()) {
      connection.rollback();
      settled = true;
    }
  }

  /** Gives the connection back; one with a transaction that would not end is left to the pool. */
  void close() throws SQLException {
    Connection taken = connection;
    if (taken == null) {
      return;
    }
    connection = null;
    try (taken) {
      if (settled && !taken.isClosed()) {
        restore(taken);
      }
    }
  }

  private void restore(Connection taken) throws SQLException {
    if (kind == UnitKind.READ) {
      taken.setReadOnly(false);
    }
    if (taken.getAutoCommit() != autoCommitFound) {
      taken.setAutoCommit(autoCommitFound);
    }
  }
}
