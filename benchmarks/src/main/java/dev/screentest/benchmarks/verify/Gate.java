package dev.screentest.benchmarks.verify;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.ContentDigest;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What must be the same for every contestant, whatever it performs: schema, content, settings. */
final class Gate {

  private final Database database;
  private final ContentDigest initial;
  private @Nullable SchemaShape shape;

  Gate(Database database, Catalogue catalogue) {
    this.database = database;
    this.initial = ContentDigest.of(catalogue);
  }

  /**
   * Posts a guard at a stage that nobody has performed on yet.
   *
   * @throws GateException if its tables do not hold what the generator says
   */
  Guard guard(Stage stage) throws SQLException {
    Guard guard = new Guard(stage, initial, shape());
    guard.requireInitialContent("at the start");
    return guard;
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
