package dev.screentest.mybatis;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.transaction.Transaction;
import org.apache.ibatis.transaction.jdbc.JdbcTransaction;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of units of work: a session opened on the data source has its own, as with MyBatis'
 * JDBC transaction manager; one opened on a connection joins the transaction of the session that
 * lent it, as with MyBatis' managed one, and neither ends that nor closes the connection.
 */
final class UnitTransactionFactory extends JdbcTransactionFactory {

  @Override
  public Transaction newTransaction(
      DataSource dataSource, @Nullable TransactionIsolationLevel level, boolean autoCommit) {
    return new OnceRolledBack(dataSource, level, autoCommit);
  }

  @Override
  public Transaction newTransaction(Connection lent) {
    return new ManagedTransaction(lent, false);
  }

  /**
   * A JDBC transaction that is rolled back at most once. When that fails, MyBatis would try again
   * on closing the session and log a warning of the second failure; and then it would switch
   * autocommit on, which commits what could not be rolled back. So the connection is discarded
   * instead: its server rolls back, and no pool lends it again.
   */
  private static final class OnceRolledBack extends JdbcTransaction {

    private boolean rolledBack;
    private boolean rollbackFailed;

    OnceRolledBack(
        DataSource dataSource, @Nullable TransactionIsolationLevel level, boolean autoCommit) {
      super(dataSource, level, autoCommit);
    }

    @Override
    public void rollback() throws SQLException {
      if (!rolledBack) {
        rolledBack = true;
        rollbackFailed = true;
        super.rollback();
        rollbackFailed = false;
      }
    }

    @Override
    public void close() throws SQLException {
      if (rollbackFailed) {
        discard();
      } else {
        super.close();
      }
    }

    private void discard() throws SQLException {
      try {
        connection.abort(Runnable::run);
      } finally {
        giveBack();
      }
    }

    private void giveBack() {
      try {
        connection.close();
      } catch (SQLException e) {
        // A pool tried to tidy up what was aborted: now it knows, and nobody else needs to.
      }
    }
  }
}
