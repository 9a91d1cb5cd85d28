package dev.screentest.testbed.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VacuumTest {

  private static final List<String> TABLES =
      List.of("movies", "actors", "movies_actors", "stuntmen", "contact_details");

  private Workspace workspace;
  private Connection connection;

  @BeforeEach
  void openWorkspace() throws SQLException {
    workspace = SharedDatabase.get().createWorkspace("VacuumTest");
    connection = workspace.connect();
  }

  @AfterEach
  void closeWorkspace() throws SQLException {
    connection.close();
    workspace.close();
  }

  @RepeatedTest(10)
  void everyPageIsVisibleToAllAfterLoading() throws SQLException {
    Loader.load(connection, DataSet.SMALL.catalogue());
    assertThat(pages("relpages")).isPositive().isEqualTo(pages("relallvisible"));
  }

  @Test
  void thePlannerKnowsHowManyRowsThereAre() throws SQLException {
    Loader.load(connection, DataSet.MEDIUM.catalogue());
    // COPY takes up to 64 new pages at a time, and may leave some without a row.
    assertThat(pages("relpages") - pages("relallvisible")).isBetween(0L, 64L * TABLES.size());
    for (String table : TABLES) {
      long counted = rows(table);
      assertThat(plannedRows(table)).as(table).isCloseTo(counted, withinPercentage(1));
    }
  }

  @Test
  void anEmptySchemaHasNothingToVacuum() throws SQLException {
    Vacuum.run(connection);
    assertThat(pages("relpages")).isZero();
  }

  @Test
  void rowsWrittenLaterAreVisibleToo() throws SQLException {
    Loader.load(connection, DataSet.SMALL.catalogue());
    try (Statement statement = connection.createStatement()) {
      statement.execute("update movies set title = upper(title)");
    }
    Vacuum.run(connection);
    assertThat(pages("relallvisible")).isEqualTo(pages("relpages"));
    assertThat(plannedRows("movies")).isEqualTo(DataSet.SMALL.catalogue().movies());
  }

  @Test
  void theTransactionOfANeighbourIsWaitedFor() throws Exception {
    try (Connection neighbour = workspace.connect();
        Connection ours = workspace.connect()) {
      keepSnapshot(neighbour);
      CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> load(ours));
      // Until the last of the tables was vacuumed once, in vain.
      while (pagesOf("contact_details") == 0 && !loading.isDone()) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      neighbour.commit();
      loading.get(1, TimeUnit.MINUTES);
    }
    assertThat(pages("relallvisible")).isEqualTo(pages("relpages"));
  }

  @Test
  void aTransactionThatDoesNotEndIsNotWaitedForForever() throws SQLException {
    try (Connection stranger = workspace.connect()) {
      keepSnapshot(stranger);
      Loader.load(connection, DataSet.TUTORIAL.catalogue());
      assertThat(pages("relallvisible")).isZero();
      assertThat(rows("movies")).isEqualTo(DataSet.TUTORIAL.catalogue().movies());
    }
  }

  private static void keepSnapshot(Connection other) throws SQLException {
    other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    other.setAutoCommit(false);
    try (Statement statement = other.createStatement()) {
      statement.execute("select count(*) from movies");
    }
  }

  private static void load(Connection connection) {
    try {
      Loader.load(connection, DataSet.SMALL.catalogue());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long pages(String column) throws SQLException {
    return number(
        "select sum(%s) from pg_class where relnamespace = '%s'::regnamespace and relkind = 'r'"
            .formatted(column, workspace.schema()));
  }

  private long pagesOf(String table) throws SQLException {
    return number("select relpages from pg_class where oid = '%s'::regclass".formatted(table));
  }

  private long plannedRows(String table) throws SQLException {
    return number("select reltuples from pg_class where oid = '%s'::regclass".formatted(table));
  }

  private long rows(String table) throws SQLException {
    return number("select count(*) from " + table);
  }

  private long number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
