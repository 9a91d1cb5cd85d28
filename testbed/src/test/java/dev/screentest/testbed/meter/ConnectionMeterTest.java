package dev.screentest.testbed.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.Conditions;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What takes long does so on the server: no order of times here depends on the machine. */
class ConnectionMeterTest {
  private static final Duration SLEEP = Duration.ofMillis(50);

  private static Workspace workspace;
  private static PooledDatabase pool;

  @BeforeAll
  static void openPool() {
    workspace = SharedDatabase.get().createWorkspace("connection meter tests");
    pool =
        workspace.openPool(
            PoolOptions.defaults().withSize(1).withConnectionTimeout(Duration.ofSeconds(20)));
    pool.awaitFull();
  }

  @AfterAll
  static void dropWorkspace() {
    workspace.close();
  }

  private static void sleepOnServer(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_sleep(0.05)");
    }
  }

  @Test
  void whatHappensInsideIsHeldAndWhatHappensBetweenIsNot() throws SQLException {
    ConnectionMeter meter = pool.timeConnections();
    DataSource timed = meter.dataSource();

    ConnectionTimes inside =
        meter.measure(
            () -> {
              for (int i = 0; i < 2; i++) {
                try (Connection connection = timed.getConnection()) {
                  sleepOnServer(connection);
                }
              }
            });
    assertThat(inside.borrows()).isEqualTo(2);
    assertThat(inside.returns()).isEqualTo(2);
    assertThat(inside.refusals()).isZero();
    assertThat(inside.held()).isGreaterThanOrEqualTo(SLEEP.multipliedBy(2));

    ConnectionTimes between =
        meter.measure(
            () -> {
              timed.getConnection().close();
              try (Connection outside = workspace.connect()) {
                sleepOnServer(outside);
              }
            });
    assertThat(between.borrows()).isEqualTo(1);
    assertThat(between.held()).isLessThan(inside.held());
  }

  @Test
  void whoeverWaitsWaitsAsLongAsTheOtherHolds() throws Exception {
    ConnectionMeter meter = pool.timeConnections();
    ExecutorService waiter = Executors.newSingleThreadExecutor();
    try {
      Future<?> second;
      try (Connection first = meter.dataSource().getConnection()) {
        second =
            waiter.submit(
                () -> {
                  meter.dataSource().getConnection().close();
                  return null;
                });
        Conditions.await("somebody waits", () -> pool.poolState().waiting() == 1);
        sleepOnServer(first);
      }
      second.get();
    } finally {
      waiter.shutdownNow();
    }

    assertThat(meter.times().borrows()).isEqualTo(2);
    assertThat(meter.times().waited()).isGreaterThanOrEqualTo(SLEEP);
  }

  @Test
  void aRefusalIsAWaitWithoutAHold() throws SQLException {
    try (PooledDatabase impatient =
            workspace.openPool(
                PoolOptions.defaults().withSize(1).withConnectionTimeout(Duration.ofMillis(250)));
        Connection only = impatient.dataSource().getConnection()) {
      ConnectionMeter meter = impatient.timeConnections();
      assertThat(only.isClosed()).isFalse();

      assertThatThrownBy(() -> meter.dataSource().getConnection())
          .isInstanceOf(SQLTransientConnectionException.class);

      assertThat(meter.times().refusals()).isEqualTo(1);
      assertThat(meter.times().borrows()).isZero();
      assertThat(meter.times().waited()).isGreaterThanOrEqualTo(Duration.ofMillis(250));
      assertThat(meter.times().held()).isZero();
    }
  }

  @Test
  void connectionsAreStillWhatThePoolLends() throws SQLException {
    ConnectionMeter meter = pool.timeConnections();
    Connection connection = meter.dataSource().getConnection();
    assertThat(List.of(connection)).contains(connection);
    assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
    assertThatThrownBy(() -> connection.setSavepoint("outside of a transaction"))
        .isInstanceOf(SQLException.class);

    connection.close();
    connection.close();

    assertThat(meter.times().returns()).isEqualTo(1);
    assertThat(pool.poolState().active()).isZero();
  }
}
