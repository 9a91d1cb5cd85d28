package dev.screentest.benchmarks.verify;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.Contents;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What must be the same for every contestant, whatever it performs: the schema, what is in it, and
 * the settings of server, session and pool.
 */
final class Gate {

  /** More than so many movies are not held in memory to be compared row by row. */
  private static final long MOST_COMPARED = 50_000;

  private final Database database;
  private final Catalogue catalogue;
  private @Nullable SchemaShape shape;
  private @Nullable TablesDigest initial;

  Gate(Database database, Catalogue catalogue) {
    this.database = database;
    this.catalogue = catalogue;
  }

  /**
   * Examines a stage on which nothing was performed yet. The first one is compared with the
   * generator row by row, those that follow with the digest of the first.
   */
  void examineBefore(Stage stage) throws SQLException {
    try (Connection connection = stage.connect()) {
      TablesDigest digest = TablesDigest.read(connection);
      TablesDigest expected = initial;
      if (expected == null) {
        requireContents(connection);
        initial = digest;
      } else {
        digest.require(expected, "at the start");
      }
    }
  }

  private void requireContents(Connection connection) throws SQLException {
    if (catalogue.movies() <= MOST_COMPARED
        && !Contents.read(connection).equals(Contents.of(catalogue))) {
      throw new GateException("the tables do not hold at the start what the generator says");
    }
  }

  /** Examines the tables after a workload that changes nothing. */
  void examineUnchanged(Stage stage) throws SQLException {
    TablesDigest expected = initial;
    if (expected != null) {
      try (Connection connection = stage.connect()) {
        TablesDigest.read(connection).require(expected, "after a workload that changes nothing");
      }
    }
  }

  /** Examines the schema and the settings after a contestant had its hands on them. */
  void examineConditions(Stage stage) throws SQLException {
    try (Connection connection = stage.connect()) {
      SchemaShape.read(connection).require(shape());
      settings(connection, stage.pool().options()).require(stage.pool(), database.server());
    }
  }

  private SettingsPlan settings(Connection fresh, PoolOptions pool) throws SQLException {
    return SettingsPlan.of(fresh, database.server(), pool);
  }

  private SchemaShape shape() throws SQLException {
    SchemaShape known = shape;
    if (known == null) {
      try (Workspace pristine = database.createWorkspace("what schema.sql makes");
          Connection connection = pristine.connect()) {
        known = SchemaShape.read(connection);
      }
      shape = known;
    }
    return known;
  }
}
