package dev.screentest.testbed.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.Conditions;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
  private static final String LOST_CONNECTION = "08006";
  private static final String NO_CONNECTION = "08001";

  /** Longer than an answer takes, unless something holds it back. */
  private static final long HELD_MILLIS = 300;

  private Workspace workspace;
  private FaultProxy proxy;

  @BeforeEach
  void open() throws IOException {
    workspace = SharedDatabase.get().createWorkspace("FaultProxyTest");
    proxy = FaultProxy.before(SharedDatabase.get().address());
  }

  @AfterEach
  void close() {
    proxy.close();
    workspace.close();
  }

  private Connection connect() throws SQLException {
    Map<String, String> environment = SharedDatabase.get().childEnvironment();
    InetSocketAddress address = proxy.address();
    Properties properties = new Properties();
    properties.put("user", environment.getOrDefault("PGUSER", ""));
    properties.put("password", environment.getOrDefault("PGPASSWORD", ""));
    properties.put("sslmode", "disable");
    properties.put("currentSchema", workspace.schema());
    return DriverManager.getConnection(
        environment
            .getOrDefault(DatabaseSpec.VARIABLE, "")
            .replaceFirst("//[^/]*/", "//localhost:" + address.getPort() + "/"),
        properties);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String answer(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private String storedMovies() throws SQLException {
    try (Connection witness = workspace.connect()) {
      return answer(witness, "select count(*) from movies");
    }
  }

  private static void assertThatItFails(String state, SqlWork work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
  }

  @FunctionalInterface
  private interface SqlWork {
    void run() throws SQLException;
  }

  @Test
  void carriesMoreThanABufferInBothDirections() throws SQLException {
    String text = "x".repeat(100_000);
    try (Connection connection = connect()) {
      assertThat(answer(connection, "select '" + text + "'")).isEqualTo(text);
    }
  }

  @Test
  void whatAStallHoldsBackArrivesAfterIt() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (Connection connection = connect()) {
      proxy.stall();
      CountDownLatch begun = new CountDownLatch(1);
      Future<String> answer =
          threads.submit(
              () -> {
                begun.countDown();
                return answer(connection, "select 'late'");
              });
      begun.await();
      assertThatThrownBy(() -> answer.get(HELD_MILLIS, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      proxy.resume();
      assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("late");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aConnectionThatWasCutIsLostAndTheNextOneIsNot() throws SQLException {
    try (Connection connection = connect()) {
      proxy.cut();
      assertThatItFails(LOST_CONNECTION, () -> answer(connection, "select 1"));
    }
    try (Connection next = connect()) {
      assertThat(answer(next, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aRefusalIsForNewConnectionsOnly() throws SQLException {
    try (Connection early = connect()) {
      proxy.refuse();
      assertThatItFails(NO_CONNECTION, this::connect);
      assertThat(answer(early, "select 1")).isEqualTo("1");
      proxy.admit();
      try (Connection late = connect()) {
        assertThat(answer(late, "select 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void aCommitWhoseAnswerIsLostIsDone() throws SQLException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      proxy.loseCommitAnswers(1);
      execute(connection, "insert into movies (title) values ('rolled back')");
      connection.rollback();
      assertThat(proxy.answersStillToLose()).as("the answer to a rollback is let through").isOne();
      execute(connection, "insert into movies (title) values ('stored')");
      assertThatItFails(LOST_CONNECTION, connection::commit);
    }
    assertThat(proxy.answersStillToLose()).isZero();
    assertThat(storedMovies()).isEqualTo("1");
    try (Connection next = connect()) {
      next.setAutoCommit(false);
      execute(next, "insert into movies (title) values ('stored, too')");
      next.commit();
    }
    assertThat(storedMovies()).isEqualTo("2");
  }

  @Test
  void theServersLastWordArrivesBeforeTheEnd() throws SQLException {
    try (Connection connection = connect();
        Connection witness = workspace.connect()) {
      String backend = answer(connection, "select pg_backend_pid()");
      execute(witness, "select pg_terminate_backend(" + backend + ", 10000)");
      assertThatItFails("57P01", () -> answer(connection, "select 1"));
    }
  }

  @Test
  void aClientThatLeavesTakesItsSessionAlong() throws SQLException {
    String backend;
    try (Connection connection = connect()) {
      backend = answer(connection, "select pg_backend_pid()");
    }
    try (Connection witness = workspace.connect()) {
      Conditions.await(
          "the session has ended",
          () -> {
            try {
              return answer(witness, "select count(*) from pg_stat_activity where pid = " + backend)
                  .equals("0");
            } catch (SQLException e) {
              throw new AssertionError(e);
            }
          });
    }
  }

  @Test
  void afterCloseNobodyIsAdmittedAndNobodyStays() throws SQLException {
    try (Connection connection = connect()) {
      proxy.close();
      assertThatItFails(LOST_CONNECTION, () -> answer(connection, "select 1"));
      assertThatItFails(NO_CONNECTION, this::connect);
    }
  }
}
