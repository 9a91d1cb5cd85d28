package dev.screentest.testbed.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * How long {@link Loader} takes beside a bare COPY of the same bytes, in turns, both with
 * statistics and vacuum, and without a look at foreign keys; and how long to bring {@code small}
 * back. Printed, and only run by its name (CONTRIBUTING.md has the command).
 */
class LoadingBesideBareCopy {
  private static final List<String> TABLES =
      List.of("movies", "actors", "movies_actors", "stuntmen", "contact_details");
  private static final int TURNS = 3;
  private static final double NANOS_PER_SECOND = 1e9;

  @TempDir private Path folder;

  private interface Load {
    void into(Connection connection) throws SQLException, IOException;
  }

  @Test
  void mediumBesideBareCopy() throws SQLException, IOException {
    Catalogue catalogue = DataSet.MEDIUM.catalogue();
    ContentDigest expected = ContentDigest.of(catalogue);
    long bytes = unload(catalogue);
    double[] loaded = new double[TURNS];
    double[] copied = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      loaded[turn] = seconds(connection -> Loader.load(connection, catalogue), expected);
      copied[turn] = seconds(this::copy, expected);
    }
    System.out.printf(
        Locale.ROOT,
        "%,d bytes: loaded in %s s, by a bare COPY in %s s; ratio of the best %.2f%n",
        bytes,
        Arrays.toString(loaded),
        Arrays.toString(copied),
        Arrays.stream(loaded).min().orElseThrow() / Arrays.stream(copied).min().orElseThrow());
  }

  /** What comes before each batch of a workload that writes. */
  @Test
  void smallAgainAndAgain() throws SQLException {
    Catalogue catalogue = DataSet.SMALL.catalogue();
    double[] reset = new double[TURNS];
    try (Workspace workspace = SharedDatabase.get().createWorkspace("LoadingBesideBareCopy");
        Connection connection = workspace.connect()) {
      Loader.load(connection, catalogue);
      for (int turn = 0; turn < TURNS; turn++) {
        long start = System.nanoTime();
        workspace.truncate();
        Loader.load(connection, catalogue);
        reset[turn] = (System.nanoTime() - start) / NANOS_PER_SECOND;
      }
      assertThat(ContentDigest.read(connection)).isEqualTo(ContentDigest.of(catalogue));
    }
    System.out.printf(
        Locale.ROOT, "small emptied and loaded again in %s s%n", Arrays.toString(reset));
  }

  private static double seconds(Load load, ContentDigest expected)
      throws SQLException, IOException {
    try (Workspace workspace = SharedDatabase.get().createWorkspace("LoadingBesideBareCopy");
        Connection connection = workspace.connect()) {
      long start = System.nanoTime();
      load.into(connection);
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      assertThat(ContentDigest.read(connection)).isEqualTo(expected);
      return seconds;
    }
  }

  private long unload(Catalogue catalogue) throws SQLException, IOException {
    try (Workspace workspace = SharedDatabase.get().createWorkspace("LoadingBesideBareCopy");
        Connection connection = workspace.connect()) {
      long bytes = Loader.load(connection, catalogue, LoadProgress.SILENT);
      for (String table : TABLES) {
        try (OutputStream file = Files.newOutputStream(folder.resolve(table))) {
          copyApi(connection).copyOut("copy " + table + " to stdout", file);
        }
      }
      return bytes;
    }
  }

  /** Without a look at foreign keys, as the loader does it where it may. */
  private void copy(Connection connection) throws SQLException, IOException {
    replicate(connection, "replica");
    for (String table : TABLES) {
      try (InputStream file = Files.newInputStream(folder.resolve(table))) {
        copyApi(connection).copyIn("copy " + table + " from stdin", file);
      }
    }
    replicate(connection, "origin");
    try (Statement statement = connection.createStatement()) {
      statement.execute("vacuum (analyze) " + String.join(", ", TABLES));
    }
  }

  private static void replicate(Connection connection, String role) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = " + role);
    }
  }

  private static CopyManager copyApi(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
