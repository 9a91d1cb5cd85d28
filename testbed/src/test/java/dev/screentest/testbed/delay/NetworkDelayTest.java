package dev.screentest.testbed.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often is waited, which the wire meter says of the same work; that it is long enough. */
class NetworkDelayTest {
  private static final Duration DELAY = Duration.ofNanos(150_000);

  private static Workspace workspace;

  @FunctionalInterface
  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  @BeforeAll
  static void createWorkspace() {
    workspace = SharedDatabase.get().createWorkspace("delay tests");
  }

  @AfterAll
  static void dropWorkspace() {
    workspace.close();
  }

  private static PoolOptions options(int size) {
    return PoolOptions.defaults().withSize(size).withMetered(false).withNetworkDelay(DELAY);
  }

  private static NetworkDelay delay(PooledDatabase pool) {
    return pool.delay().orElseThrow();
  }

  private static Delays delaysOf(int poolSize, Work work) throws SQLException {
    try (PooledDatabase pool = workspace.openPool(options(poolSize));
        Connection connection = pool.dataSource().getConnection()) {
      // Some pools open the second connection later, with round trips of its own.
      pool.awaitFull();
      Delays before = delay(pool).delays();
      work.on(connection);
      return delay(pool).delays().minus(before);
    }
  }

  private static long roundTripsOf(Work work) throws SQLException {
    try (PooledDatabase pool = workspace.openPool(PoolOptions.defaults().withSize(1));
        Connection connection = pool.dataSource().getConnection()) {
      return pool.wire().measure(() -> work.on(connection)).roundTrips();
    }
  }

  private static void assertWaitsOncePerRoundTrip(Work work) throws SQLException {
    long roundTrips = roundTripsOf(work);
    for (int poolSize : new int[] {1, 2}) {
      Delays delays = delaysOf(poolSize, work);
      assertThat(delays.roundTrips()).isEqualTo(roundTrips);
      assertThat(delays.nanos()).isGreaterThanOrEqualTo(roundTrips * DELAY.toNanos());
    }
  }

  @Test
  void aQueryIsOneRoundTripAndATransactionAddsItsEnd() throws SQLException {
    assertWaitsOncePerRoundTrip(
        connection -> {
          connection.setAutoCommit(false);
          execute(connection, "select 1");
          execute(connection, "select 2");
          connection.commit();
          connection.setAutoCommit(true);
        });
  }

  @Test
  void aLongAnswerIsStillOne() throws SQLException {
    assertWaitsOncePerRoundTrip(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows =
                  statement.executeQuery("select repeat('x', 1000) from generate_series(1, 500)")) {
            while (rows.next()) {
              assertThat(rows.getString(1)).hasSize(1000);
            }
          }
        });
  }

  @Test
  void aBatchIsAsManyAsItHasAnswersToWaitFor() throws SQLException {
    assertWaitsOncePerRoundTrip(
        connection -> {
          connection.setAutoCommit(false);
          try (PreparedStatement insert =
              connection.prepareStatement("insert into movies (title) values (?)")) {
            for (int i = 0; i < 50; i++) {
              insert.setString(1, "Movie " + i);
              insert.addBatch();
            }
            insert.executeBatch();
          }
          connection.rollback();
          connection.setAutoCommit(true);
        });
  }

  @Test
  void aRehearsalIsOverInAMicrosecondAndTheRestIsNot() throws SQLException {
    try (PooledDatabase pool = workspace.openPool(options(1));
        Connection connection = pool.dataSource().getConnection()) {
      delay(pool).rehearse(true);
      Delays before = delay(pool).delays();
      execute(connection, "select 1");
      Delays rehearsed = delay(pool).delays().minus(before);
      assertThat(rehearsed.roundTrips()).isEqualTo(1);
      assertThat(rehearsed.nanos()).isGreaterThanOrEqualTo(1_000);
      delay(pool).rehearse(false);
      execute(connection, "select 1");
      Delays whole = delay(pool).delays().minus(before).minus(rehearsed);
      assertThat(whole.roundTrips()).isEqualTo(1);
      assertThat(whole.nanos()).isGreaterThanOrEqualTo(DELAY.toNanos());
    }
  }

  @Test
  void withoutADelayThereIsNoSocketOfOurs() {
    try (PooledDatabase pool =
        workspace.openPool(PoolOptions.defaults().withSize(1).withMetered(false))) {
      assertThat(pool.delay()).isEmpty();
    }
  }

  @Test
  void aMeterAndADelayExcludeEachOther() {
    assertThatThrownBy(() -> PoolOptions.defaults().withNetworkDelay(DELAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("zero in a metered pool");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
