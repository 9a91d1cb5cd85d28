package dev.screentest.testbed.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.Conditions;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.DurabilityProfile;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.Workspace;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Both witnesses against scripts that were counted by hand, on a server that nobody else uses:
 * transactions are counted by database.
 */
class ServerMeterTest {
  private static Database database;
  private static Workspace workspace;
  private static PooledDatabase pool;
  private static ServerMeter meter;

  @BeforeAll
  static void openMeter() throws SQLException {
    database = Database.start(new DatabaseSpec.Embedded(), DurabilityProfile.MEMORY);
    workspace = database.createWorkspace("server meter tests");
    pool = workspace.openPool(PoolOptions.defaults().withSize(2));
    pool.awaitFull();
    meter = workspace.openServerMeter(pool);
  }

  @AfterAll
  static void stopServer() throws SQLException {
    meter.close();
    database.close();
  }

  @BeforeEach
  void emptyTables() {
    workspace.truncate();
    // Those of other tests report what they did when they end: the pool's, the meter's, the
    // owner's.
    Conditions.await("nobody else is here", () -> sessions() == 2 + 1 + 1);
  }

  private static long sessions() {
    try (Connection connection = pool.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where datname = current_database()")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private interface ConnectionWork {
    void run(Connection connection) throws Exception;
  }

  private static Testimony measure(ConnectionWork work) throws Exception {
    return meter.<Exception>measure(
        () -> {
          try (Connection connection = pool.dataSource().getConnection()) {
            work.run(connection);
          }
        });
  }

  /** Nobody else works here, and so both must have seen the same transactions, too. */
  private static ServerCounts agreed(Testimony testimony) {
    assertThat(testimony.server()).isInstanceOf(ServerCounts.class);
    ServerCounts counts = (ServerCounts) testimony.server();
    assertThat(counts.disagreement(testimony.wire())).isEmpty();
    assertThat(counts.commits() + counts.rollbacks()).isEqualTo(testimony.wire().transactions());
    return counts;
  }

  @Test
  void readsInOneTransaction() throws Exception {
    ServerCounts counts =
        agreed(
            measure(
                connection -> {
                  connection.setAutoCommit(false);
                  query(connection, "select generate_series(1, 7)");
                  query(connection, "select id from movies where id = 1");
                  query(connection, "select id from movies where id = 2");
                  connection.commit();
                }));

    assertThat(counts.all())
        .filteredOn(statement -> statement.sql().startsWith("select"))
        .containsExactlyInAnyOrder(
            new ServerStatement("select generate_series($1, $2)", 1, 7),
            new ServerStatement("select id from movies where id = $1", 2, 0));
    assertThat(counts.statements()).isEqualTo(3);
    assertThat(counts.rows()).isEqualTo(7);
    assertThat(counts.commits()).isEqualTo(1);
    assertThat(counts.rollbacks()).isZero();
  }

  @Test
  void readsEachForItself() throws Exception {
    Testimony testimony =
        measure(
            connection -> {
              query(connection, "select 1");
              query(connection, "select 2");
            });

    ServerCounts counts = agreed(testimony);
    assertThat(counts.statements()).isEqualTo(2);
    assertThat(counts.transactionControl()).isZero();
    assertThat(counts.commits()).isEqualTo(2);
    assertThat(testimony.wire().commits()).isZero();
  }

  @Test
  void nothingIsNothing() throws Exception {
    ServerCounts counts = agreed(meter.measure(() -> {}));

    assertThat(counts).isEqualTo(new ServerCounts(List.of(), 0, 0));
  }

  @Test
  void aBatchThatTheDriverRewrites() throws Exception {
    Testimony testimony =
        measure(
            connection -> {
              connection.setAutoCommit(false);
              insertBatch(connection, 1, 512);
              insertBatch(connection, 513, 1000);
              connection.commit();
            });

    ServerCounts counts = agreed(testimony);
    // 512, and 488 = 256 + 128 + 64 + 32 + 8: one statement for several rows
    assertThat(counts.statements()).isEqualTo(1 + 5);
    assertThat(counts.rows()).isEqualTo(1000).isEqualTo(testimony.wire().rowsAffected());
    assertThat(counts.commits()).isEqualTo(1);
  }

  @Test
  void aBatchThatItDoesNot() throws Exception {
    insertBatch(1, 5);
    Testimony testimony =
        measure(
            connection -> {
              connection.setAutoCommit(false);
              try (PreparedStatement statement =
                  connection.prepareStatement("update movies set title = ? where id = ?")) {
                for (int id = 1; id <= 5; id++) {
                  statement.setString(1, "Another");
                  statement.setLong(2, id);
                  statement.addBatch();
                }
                statement.executeBatch();
              }
              connection.commit();
            });

    ServerCounts counts = agreed(testimony);
    assertThat(counts.statements()).isEqualTo(5);
    assertThat(counts.rows()).isEqualTo(5);
    assertThat(testimony.wire().workRoundTrips()).isEqualTo(1);
  }

  @Test
  void copyInAndOut() throws Exception {
    Testimony testimony =
        measure(
            connection -> {
              var copy = connection.unwrap(PGConnection.class).getCopyAPI();
              copy.copyIn(
                  "copy movies (id, title) from stdin", new StringReader("1\tOne\n2\tTwo\n"));
              copy.copyOut("copy movies to stdout", new StringWriter());
            });

    ServerCounts counts = agreed(testimony);
    assertThat(counts.statements()).isEqualTo(2);
    assertThat(counts.rows()).isEqualTo(4).isEqualTo(testimony.wire().rowsAffected());
    assertThat(counts.commits()).isEqualTo(2);
  }

  @Test
  void aRowThatIsWrittenAndReturnedCountsOnce() throws Exception {
    Testimony testimony =
        measure(
            connection ->
                query(connection, "insert into movies (title) values ('A'), ('B') returning id"));

    ServerCounts counts = agreed(testimony);
    assertThat(counts.rows()).isEqualTo(2).isEqualTo(testimony.wire().rowsProcessed());
    assertThat(testimony.wire().rowsReceived()).isEqualTo(2);
    assertThat(testimony.wire().rowsAffected()).isEqualTo(2);
  }

  @Test
  void theAnswerToAShowIsNoRowOfTheServers() throws Exception {
    Testimony testimony = measure(connection -> query(connection, "show work_mem"));

    ServerCounts counts = agreed(testimony);
    assertThat(counts.rows()).isZero();
    assertThat(testimony.wire().rowsReceived()).isEqualTo(1);
  }

  @Test
  void aCursorThatIsLeftEarlyCountsTheRowsThatItGave() throws Exception {
    insertBatch(1, 25);
    Testimony testimony =
        measure(
            connection -> {
              connection.setAutoCommit(false);
              try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(10);
                try (ResultSet rows = statement.executeQuery("select id from movies")) {
                  for (int i = 0; i < 15; i++) {
                    rows.next();
                  }
                }
              }
              connection.commit();
            });

    ServerCounts counts = agreed(testimony);
    assertThat(counts.rows()).isEqualTo(20).isEqualTo(testimony.wire().rowsProcessed());
  }

  @Test
  void blocksOfIds() throws Exception {
    ServerCounts counts =
        agreed(measure(connection -> query(connection, "select nextval('movies_id_seq')")));

    assertThat(counts.idBlocks()).isEqualTo(1);
    assertThat(counts.statements()).isZero();
  }

  @Test
  void aCursorCountsOnceOnTheServer() throws Exception {
    insertBatch(1, 25);
    Testimony testimony =
        measure(
            connection -> {
              connection.setAutoCommit(false);
              try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(10);
                try (ResultSet rows = statement.executeQuery("select id from movies")) {
                  while (rows.next()) {
                    rows.getLong(1);
                  }
                }
              }
              connection.commit();
            });

    ServerCounts counts = agreed(testimony);
    assertThat(testimony.wire().statements()).isEqualTo(3);
    assertThat(testimony.wire().continuations()).isEqualTo(2);
    assertThat(counts.statements()).isEqualTo(1);
    assertThat(counts.rows()).isEqualTo(25).isEqualTo(testimony.wire().rowsReceived());
  }

  @Test
  void aStatementThatFailsIsSeenOnTheWireAloneAndItsTransactionByBoth() throws Exception {
    Testimony testimony =
        measure(
            connection -> {
              connection.setAutoCommit(false);
              query(connection, "select 3");
              assertThatThrownBy(() -> query(connection, "select 1 / 0"))
                  .isInstanceOf(SQLException.class);
              connection.rollback();
            });

    ServerCounts counts = agreed(testimony);
    assertThat(testimony.wire().statements()).isEqualTo(2);
    assertThat(testimony.wire().errors()).isEqualTo(1);
    assertThat(counts.statements()).isEqualTo(1);
    assertThat(counts.commits()).isZero();
    assertThat(counts.rollbacks()).isEqualTo(1).isEqualTo(testimony.wire().rollbacks());
  }

  @Test
  void severalSessionsAtOnceAreAllHeard() throws Exception {
    ServerCounts counts =
        agreed(
            measure(
                first -> {
                  try (Connection second = pool.dataSource().getConnection()) {
                    first.setAutoCommit(false);
                    query(first, "select 1");
                    query(second, "select 2");
                    first.commit();
                  }
                }));

    assertThat(counts.statements()).isEqualTo(2);
    assertThat(counts.commits()).isEqualTo(2);
  }

  @Test
  void aPoolThatMayGrowHasGrownBeforeAnythingIsCounted() throws Exception {
    try (PooledDatabase small = workspace.openPool(PoolOptions.defaults().withSizes(1, 3));
        ServerMeter another = workspace.openServerMeter(small)) {
      Testimony testimony =
          another.measure(() -> assertThat(small.poolState().idle()).isEqualTo(3));

      assertThat(testimony.wire().connections()).isZero();
    }
  }

  @Test
  void whatANeighbourDoesMeanwhileShowsAsADisagreement() throws Exception {
    try (Workspace neighbour = database.createWorkspace("neighbour");
        PooledDatabase his = neighbour.openPool(PoolOptions.defaults().withSize(1))) {
      his.awaitFull();
      Testimony testimony =
          measure(
              connection -> {
                query(connection, "select title from movies");
                try (Connection other = his.dataSource().getConnection()) {
                  query(other, "select title from movies");
                }
              });

      assertThat(testimony.server())
          .isInstanceOfSatisfying(
              ServerCounts.class,
              counts ->
                  assertThat(counts.disagreement(testimony.wire()))
                      .contains("statements: 2 on the server, 1 on the wire"));
    }
  }

  @Test
  void whatTheWireDidNotSeeOrTheServerDidNotDoIsADisagreement() throws Exception {
    WireCounts wire =
        measure(
                connection -> {
                  connection.setAutoCommit(false);
                  query(connection, "select nextval('movies_id_seq')");
                  query(connection, "select title from movies");
                  connection.commit();
                })
            .wire();
    ServerStatement ids = new ServerStatement("select nextval($1)", 1, 1);
    ServerStatement work = new ServerStatement("select title from movies", 1, 0);
    ServerStatement begin = new ServerStatement("BEGIN", 3, 0);

    assertThat(new ServerCounts(List.of(ids, work), 1, 0).disagreement(wire)).isEmpty();
    assertThat(new ServerCounts(List.of(ids, work), 2, 0).disagreement(wire)).isEmpty();
    assertThat(new ServerCounts(List.of(ids), 1, 0).disagreement(wire))
        .contains("statements: 0 on the server, 1 on the wire");
    assertThat(new ServerCounts(List.of(work), 1, 0).disagreement(wire))
        .contains("blocks of ids: 0 on the server, 1 on the wire");
    assertThat(
            new ServerCounts(List.of(ids, new ServerStatement(work.sql(), 1, 1)), 1, 0)
                .disagreement(wire))
        .contains("rows: 2 on the server, 1 on the wire");
    assertThat(new ServerCounts(List.of(ids, work, begin), 1, 0).disagreement(wire))
        .contains("transaction control: 3 on the server, 2 on the wire");
    assertThat(new ServerCounts(List.of(ids, work), 0, 0).disagreement(wire))
        .contains("transactions: 0 on the server, 1 on the wire");
  }

  @Test
  void whatTheServerForgotIsNoCount() throws Exception {
    Testimony testimony =
        measure(
            connection -> {
              query(connection, "select 1");
              query(connection, "select public.pg_stat_statements_reset()");
            });

    assertThat(testimony.wire().statements()).isEqualTo(2);
    assertThat(testimony.server())
        .isInstanceOfSatisfying(
            ServerAnswer.WireAlone.class,
            silence -> assertThat(silence.reason()).contains("reset"));
  }

  private static void query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        rows.getObject(1);
      }
    }
  }

  private static void insertBatch(int first, int last) throws SQLException {
    try (Connection connection = pool.dataSource().getConnection()) {
      insertBatch(connection, first, last);
    }
  }

  private static void insertBatch(Connection connection, int first, int last) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("insert into movies (id, title) values (?, ?)")) {
      for (int id = first; id <= last; id++) {
        statement.setLong(1, id);
        statement.setString(2, "Movie " + id);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
