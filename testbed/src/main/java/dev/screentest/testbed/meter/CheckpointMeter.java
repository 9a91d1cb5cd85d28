package dev.screentest.testbed.meter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Counts the checkpoints of a server, on a connection of its own that is open before it is asked,
 * and replaced when the server was started anew. A server reports a checkpoint while it writes or
 * when it is done. Not thread-safe.
 */
public final class CheckpointMeter implements AutoCloseable {
  private static final int VERSION_OF_OWN_VIEW = 170_000;

  private final Opener opener;
  private final String question;
  private Connection connection;
  private PreparedStatement statement;
  private boolean isAnswered = true;

  /** Opens connections to a server. */
  @FunctionalInterface
  public interface Opener {
    Connection open() throws SQLException;
  }

  private CheckpointMeter(Opener opener, String question) throws SQLException {
    this.opener = opener;
    this.question = question;
    this.connection = opener.open();
    this.statement = connection.prepareStatement(question);
  }

  /**
   * Opens a meter.
   *
   * @param opener opens connections, which the meter closes
   * @param versionNumber the server's, such as 180006
   */
  public static CheckpointMeter on(Opener opener, int versionNumber) throws SQLException {
    return new CheckpointMeter(
        opener,
        versionNumber >= VERSION_OF_OWN_VIEW
            ? "select num_timed + num_requested from pg_stat_checkpointer"
            : "select checkpoints_timed + checkpoints_req from pg_stat_bgwriter");
  }

  /** Returns how many there were so far; empty for good once the server did not say. */
  public OptionalLong count() {
    if (!isAnswered) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(ask());
    } catch (SQLException e) {
      return countOnAnotherConnection();
    }
  }

  private OptionalLong countOnAnotherConnection() {
    try {
      if (connection.isClosed()) {
        connection = opener.open();
        statement = connection.prepareStatement(question);
        return OptionalLong.of(ask());
      }
    } catch (SQLException e) {
      // A server that is gone, which others will notice.
    }
    // Or one that only speaks like PostgreSQL.
    isAnswered = false;
    return OptionalLong.empty();
  }

  private long ask() throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
