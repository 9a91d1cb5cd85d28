package dev.screentest.testbed.fault;

import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks for a server's sessions and ends them, beside the pool's and not through the proxy. */
final class Backends {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Workspace workspace;

  Backends(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Ends one session, and returns when it has ended. */
  void end(long backend) throws SQLException {
    try (Connection connection = workspace.connect();
        PreparedStatement statement =
            connection.prepareStatement("select pg_terminate_backend(?, ?)")) {
      statement.setInt(1, Math.toIntExact(backend));
      statement.setInt(2, PATIENCE_MILLIS);
      statement.execute();
    }
  }

  /**
   * Ends all sessions of that name, without waiting in between.
   *
   * @return how many the server was able to end
   */
  int endAll(String sessionName) throws SQLException {
    try (Connection connection = workspace.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?
                """)) {
      statement.setString(1, sessionName);
      int ended = 0;
      try (ResultSet isEnded = statement.executeQuery()) {
        while (isEnded.next()) {
          ended += isEnded.getBoolean(1) ? 1 : 0;
        }
      }
      return ended;
    }
  }

  /** Returns when the server was started, as it says itself. */
  String serverStart() throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_postmaster_start_time()")) {
      row.next();
      return row.getString(1);
    }
  }
}
