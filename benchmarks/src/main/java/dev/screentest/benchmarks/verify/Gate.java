package dev.screentest.benchmarks.verify;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.ContentDigest;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What must be the same for every contestant, whatever it performs: the schema, what is in it, and
 * the settings of server, session and pool.
 */
final class Gate {

  private final Database database;
  private final ContentDigest initial;
  private @Nullable SchemaShape shape;

  Gate(Database database, Catalogue catalogue) {
    this.database = database;
    this.initial = ContentDigest.of(catalogue);
  }

  /**
   * Requires that the tables hold what the generator says.
   *
   * @throws GateException if not
   */
  void requireInitialContent(Stage stage, String when) throws SQLException {
    try (Connection connection = stage.connect()) {
      ContentDigest.read(connection)
          .differenceFrom(initial)
          .ifPresent(
              difference -> {
                throw new GateException("content of the database " + when + ": " + difference);
              });
    }
  }

  /**
   * Requires that schema and settings are as planned, though a contestant had its hands on them.
   *
   * @throws GateException if not
   */
  void requireConditions(Stage stage) throws SQLException {
    try (Connection connection = stage.connect()) {
      SchemaShape.read(connection).require(shape());
      SettingsPlan.of(connection, database.server(), stage.pool().options())
          .require(stage.pool(), database.server());
    }
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
