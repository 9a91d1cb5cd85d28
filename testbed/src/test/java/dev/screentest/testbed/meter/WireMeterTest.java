package dev.screentest.testbed.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.SharedDatabase;
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

/** The meter against scripts whose messages were counted by hand. */
class WireMeterTest {
  private static Workspace workspace;
  private static PooledDatabase pool;

  @BeforeAll
  static void openPool() throws SQLException {
    workspace = SharedDatabase.get().createWorkspace("wire meter tests");
    pool = workspace.openPool(PoolOptions.defaults().withSize(1));
    pool.awaitFull();
  }

  @AfterAll
  static void dropWorkspace() {
    workspace.close();
  }

  @BeforeEach
  void emptyTables() throws SQLException {
    workspace.truncate();
  }

  private interface ConnectionWork {
    void run(Connection connection) throws Exception;
  }

  private static WireCounts count(ConnectionWork work) throws Exception {
    try (Connection connection = pool.dataSource().getConnection()) {
      return pool.wire().measure(() -> work.run(connection));
    }
  }

  @Test
  void aSelectWithoutTransactionIsOneStatementAndOneTrip() throws Exception {
    WireCounts counts = count(connection -> query(connection, "select generate_series(1, 7)"));

    assertThat(counts.statements()).isEqualTo(1);
    assertThat(counts.transactionControl()).isZero();
    assertThat(counts.roundTrips()).isEqualTo(1);
    assertThat(counts.workRoundTrips()).isEqualTo(1);
    assertThat(counts.rowsReceived()).isEqualTo(7);
  }

  @Test
  void beginRidesAlongAndCommitIsATripOfItsOwn() throws Exception {
    WireCounts counts =
        count(
            connection -> {
              connection.setAutoCommit(false);
              query(connection, "select 1");
              connection.commit();
            });

    assertThat(counts.statements()).isEqualTo(1);
    assertThat(counts.transactionControl()).isEqualTo(2);
    assertThat(counts.roundTrips()).isEqualTo(2);
    assertThat(counts.controlRoundTrips()).isEqualTo(1);
    assertThat(counts.workRoundTrips()).isEqualTo(1);
    assertThat(counts.commits()).isEqualTo(1);
  }

  @Test
  void aBatchOf512IsOneTripAndOneRewrittenStatement() throws Exception {
    WireCounts counts = count(connection -> insertBatch(connection, 1, 512));

    assertThat(counts.statements()).isEqualTo(1);
    assertThat(counts.workRoundTrips()).isEqualTo(1);
    assertThat(counts.rowsAffected()).isEqualTo(512);
  }

  @Test
  void aThousandRowsInBatchesOf512AreTwoTrips() throws Exception {
    WireCounts counts =
        count(
            connection -> {
              connection.setAutoCommit(false);
              insertBatch(connection, 1, 512);
              insertBatch(connection, 513, 1000);
              connection.commit();
            });

    assertThat(counts.workRoundTrips()).isEqualTo(2);
    assertThat(counts.roundTrips()).isEqualTo(3);
    // 488 = 256 + 128 + 64 + 32 + 8
    assertThat(counts.statements()).isEqualTo(1 + 5);
    assertThat(counts.rowsAffected()).isEqualTo(1000);
    assertThat(counts.commits()).isEqualTo(1);
  }

  @Test
  void blocksOfIdsAreCountedApart() throws Exception {
    WireCounts counts = count(connection -> query(connection, "select nextval('movies_id_seq')"));

    assertThat(counts.idBlocks()).isEqualTo(1);
    assertThat(counts.statements()).isZero();
    assertThat(counts.idRoundTrips()).isEqualTo(1);
    assertThat(counts.workRoundTrips()).isZero();
  }

  @Test
  void copyIsOneStatement() throws Exception {
    WireCounts counts =
        count(connection -> copyIn(connection, "1\tOne\t\\N\n2\tTwo\t2002-02-02\n"));

    assertThat(counts.statements()).isEqualTo(1);
    assertThat(counts.rowsAffected()).isEqualTo(2);
    assertThat(counts.roundTrips()).isEqualTo(2);

    StringWriter out = new StringWriter();
    WireCounts copyOut =
        count(
            connection ->
                connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy movies to stdout", out));
    assertThat(copyOut.statements()).isEqualTo(1);
  }

  @Test
  void aFailedStatementCountsAndItsRollbackIsSeen() throws Exception {
    WireCounts counts =
        count(
            connection -> {
              connection.setAutoCommit(false);
              assertThatThrownBy(() -> query(connection, "select 1 / 0"))
                  .isInstanceOf(SQLException.class);
              connection.commit();
            });

    assertThat(counts.statements()).isEqualTo(1);
    assertThat(counts.errors()).isEqualTo(1);
    assertThat(counts.commits()).isZero();
    assertThat(counts.rollbacks()).isEqualTo(1);
  }

  @Test
  void recordsTheTextOfNamedStatementsPreparedLongBefore() throws Exception {
    try (Connection connection = pool.dataSource().getConnection()) {
      for (int i = 0; i < 10; i++) {
        prepared(connection, i);
      }
      List<String> statements = pool.wire().record(() -> prepared(connection, 1));
      assertThat(statements).containsExactly("select id from movies where id = $1");
    }
  }

  private static void prepared(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select id from movies where id = ?")) {
      statement.setLong(1, id);
      statement.executeQuery().close();
    }
  }

  private static void query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        rows.getObject(1);
      }
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

  private static void copyIn(Connection connection, String rows) throws Exception {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy movies (id, title, release_date) from stdin", new StringReader(rows));
  }
}
