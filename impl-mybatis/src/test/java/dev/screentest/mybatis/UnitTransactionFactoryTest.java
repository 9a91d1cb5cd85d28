package dev.screentest.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.ibatis.transaction.Transaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who ends a transaction, and how often. */
class UnitTransactionFactoryTest {

  private static Workspace workspace;
  private static PooledDatabase pool;

  private final UnitTransactionFactory transactions = new UnitTransactionFactory();

  @BeforeAll
  static void openPool() {
    workspace = SharedDatabase.get().createWorkspace("MyBatis transaction tests");
    pool = workspace.openPool(PoolOptions.defaults().withSize(1));
  }

  @AfterAll
  static void dropWorkspace() {
    workspace.close();
  }

  @Test
  void aTransactionOfItsOwnIsCommittedAndItsConnectionClosed() throws SQLException {
    Transaction own = transactions.newTransaction(pool.dataSource(), null, false);
    Connection connection = own.getConnection();
    execute(connection, "insert into movies (id, title) values (1, 'committed')");

    own.commit();
    own.close();

    assertThat(connection.isClosed()).isTrue();
    try (Connection other = pool.dataSource().getConnection()) {
      assertThat(other.getAutoCommit()).isTrue();
      execute(other, "delete from movies where id = 1");
    }
  }

  @Test
  void aTransactionOnALentConnectionEndsNothing() throws SQLException {
    try (Connection lent = pool.dataSource().getConnection()) {
      lent.setAutoCommit(false);
      Transaction joined = transactions.newTransaction(lent);
      execute(joined.getConnection(), "create table only_here ()");

      joined.commit();
      joined.close();

      assertThat(lent.isClosed()).isFalse();
      lent.rollback();
      assertThatThrownBy(() -> execute(lent, "table only_here"))
          .hasMessageContaining("does not exist");
    }
  }

  @Test
  void aRollbackThatFailedIsNotTriedAgain() throws SQLException {
    Transaction own = transactions.newTransaction(pool.dataSource(), null, false);
    execute(own.getConnection(), "set application_name = 'about to be terminated'");
    try (Connection killer = workspace.connect()) {
      execute(
          killer,
          "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
              + " where application_name = 'about to be terminated'");
    }

    assertThatThrownBy(own::rollback).isInstanceOf(SQLException.class);

    assertThatCode(own::rollback).doesNotThrowAnyException();
    own.close();
  }

  @Test
  void whatCouldNotBeRolledBackIsNeverCommitted() throws SQLException {
    Transaction own = transactions.newTransaction(refusingToRollBack(), null, false);
    int backend = backend(own.getConnection());
    execute(own.getConnection(), "insert into movies (id, title) values (2, 'never to be seen')");

    assertThatThrownBy(own::rollback).hasMessage("rollback is out of order");
    own.close();

    try (Connection next = pool.dataSource().getConnection();
        Statement statement = next.createStatement();
        ResultSet found = statement.executeQuery("select from movies where id = 2")) {
      assertThat(found.next()).as("committed").isFalse();
      assertThat(backend(next)).as("the backend of the next loan").isNotEqualTo(backend);
    }
  }

  /** The pool, whose connections live and do everything but roll back. */
  private static DataSource refusingToRollBack() {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Connection connection = pool.dataSource().getConnection();
          return proxy(
              Connection.class,
              (inner, called, values) -> {
                if (called.getName().equals("rollback")) {
                  throw new SQLException("rollback is out of order");
                }
                try {
                  return called.invoke(connection, values);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static int backend(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("select pg_backend_pid()")) {
      found.next();
      return found.getInt(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
