package dev.screentest.benchmarks.stage;

import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A session that looks at a schema and brings it back to its content, in no pool and under no
 * meter. A server may end sessions that have nothing to do for long: then it is opened again.
 */
final class Witness implements AutoCloseable {

  private static final int SECONDS_TO_ANSWER = 60;

  private final Workspace workspace;
  private Connection connection;

  private Witness(Workspace workspace, Connection connection) {
    this.workspace = workspace;
    this.connection = connection;
  }

  static Witness of(Workspace workspace) throws SQLException {
    return new Witness(workspace, workspace.connect());
  }

  /** Returns the session's connection; who uses it leaves it as it was. */
  Connection connection() throws SQLException {
    if (!connection.isValid(SECONDS_TO_ANSWER)) {
      connection.close();
      connection = workspace.connect();
    }
    return connection;
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
