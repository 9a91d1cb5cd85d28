package dev.screentest.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.meter.WireCounts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PooledDatabaseTest {
  /** By how much clocks may differ. */
  private static final Duration CLOCKS = Duration.ofMillis(20);

  private static Workspace workspace;

  @BeforeAll
  static void createWorkspace() {
    workspace = SharedDatabase.get().createWorkspace("pool tests");
  }

  @AfterAll
  static void dropWorkspace() {
    workspace.close();
  }

  @Test
  void fillsItselfAndSaysWhoHasWhat() throws SQLException {
    try (PooledDatabase pool = workspace.openPool(PoolOptions.defaults().withSize(3))) {
      pool.awaitFull();
      assertThat(pool.poolState()).isEqualTo(new PoolState(0, 3, 3, 0));
      try (Connection borrowed = pool.dataSource().getConnection()) {
        assertThat(borrowed.getSchema()).isEqualTo(workspace.schema());
        assertThat(pool.poolState()).isEqualTo(new PoolState(1, 2, 3, 0));
      }
      assertThat(pool.poolState()).isEqualTo(new PoolState(0, 3, 3, 0));
    }
  }

  @Test
  void aBorrowerWaitsAsLongAsItWasToldAndGivesUp() throws SQLException {
    Duration patience = Duration.ofMillis(250);
    PoolOptions options = PoolOptions.defaults().withSize(1).withConnectionTimeout(patience);
    try (PooledDatabase pool = workspace.openPool(options);
        Connection only = pool.dataSource().getConnection()) {
      assertThat(only.isClosed()).isFalse();
      long asked = System.nanoTime();
      assertThatThrownBy(() -> pool.dataSource().getConnection())
          .isInstanceOf(SQLTransientConnectionException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - asked))
          .isGreaterThanOrEqualTo(patience.minus(CLOCKS));
    }
  }

  @Test
  void theServerGivesUpStatementsThatTakeTooLong() throws SQLException {
    PoolOptions options =
        PoolOptions.defaults().withSize(1).withStatementTimeout(Duration.ofMillis(50));
    try (PooledDatabase pool = workspace.openPool(options);
        Connection connection = pool.dataSource().getConnection()) {
      assertThatThrownBy(() -> execute(connection, "select pg_sleep(60)"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
    }
  }

  @Test
  void theServerGivesUpLocksThatAreNotToBeHad() throws SQLException {
    PoolOptions options = PoolOptions.defaults().withSize(2).withLockTimeout(Duration.ofMillis(50));
    try (PooledDatabase pool = workspace.openPool(options);
        Connection holder = pool.dataSource().getConnection();
        Connection waiter = pool.dataSource().getConnection()) {
      holder.setAutoCommit(false);
      execute(holder, "lock table movies in access exclusive mode");
      assertThatThrownBy(() -> execute(waiter, "lock table movies"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25P01"));
      assertThatThrownBy(() -> execute(waiter, "select count(*) from movies"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55P03"));
      holder.rollback();
    }
  }

  @Test
  void triesAConnectionAtEachBorrowWhenAsked() throws SQLException {
    PoolOptions options = PoolOptions.defaults().withSize(1).withValidateEachBorrow(true);
    try (PooledDatabase pool = workspace.openPool(options)) {
      pool.awaitFull();
      WireCounts counts =
          pool.wire()
              .measure(
                  () -> {
                    for (int i = 0; i < 3; i++) {
                      pool.dataSource().getConnection().close();
                    }
                  });
      assertThat(counts.validations()).isEqualTo(3);
      assertThat(counts.validationRoundTrips()).isEqualTo(3);
      assertThat(counts.workRoundTrips()).isZero();
      assertThat(System.getProperty("com.zaxxer.hikari.aliveBypassWindowMs")).isNull();
    }
  }

  @Test
  void openingConnectionsSendsNoStatementOfTheDriver() {
    try (PooledDatabase pool = workspace.openPool(PoolOptions.defaults().withSize(3))) {
      pool.awaitFull();
      WireCounts counts = pool.wire().counts();
      assertThat(counts.connections()).isEqualTo(3);
      // The pool tries the first one, and asks it for its isolation level.
      assertThat(counts.statements()).isEqualTo(1);
      assertThat(counts.validations()).isEqualTo(1);
      assertThat(counts.roundTrips()).isEqualTo(2);
    }
  }

  @Test
  void withoutAMeterThereIsNothingToRead() {
    try (PooledDatabase pool =
        workspace.openPool(PoolOptions.defaults().withSize(1).withMetered(false))) {
      assertThatThrownBy(pool::wire)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("withMetered(true)");
    }
  }

  @Test
  void connectionsSayWhoTheyAreAndHaveTheSharedSettings() throws SQLException {
    PoolOptions options = PoolOptions.defaults().withSize(1);
    assertThat(workspace.connectionProperties(options))
        .containsEntry("reWriteBatchedInserts", "true")
        .containsEntry("ApplicationName", "screentest")
        .containsEntry("currentSchema", workspace.schema())
        .doesNotContainKeys("user", "password", "socketFactory");
    try (PooledDatabase pool = workspace.openPool(options);
        Connection connection = pool.dataSource().getConnection()) {
      assertThat(show(connection, "application_name")).isEqualTo("screentest");
      assertThat(show(connection, "search_path")).isEqualTo(workspace.schema());
      assertThat(show(connection, "statement_timeout")).isEqualTo("1min");
      assertThat(show(connection, "lock_timeout")).isEqualTo("20s");
    }
  }

  @Test
  void optionsThatThePoolWouldChangeInSilenceAreRefused() {
    assertThatThrownBy(() -> PoolOptions.defaults().withSize(0))
        .hasMessage("size of a pool is 0 but must be at least 1");
    assertThatThrownBy(() -> PoolOptions.defaults().withConnectionTimeout(Duration.ofMillis(9)))
        .hasMessageContaining("at least PT0.25S");
    assertThatThrownBy(
            () ->
                PoolOptions.defaults()
                    .withLifetimes(
                        Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofMinutes(1)))
        .hasMessageContaining("maxLifetime of a pool is PT5S");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
