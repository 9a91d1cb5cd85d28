package dev.screentest.testbed.meter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Counts the checkpoints of a server, on a connection of its own that is open before it is asked. A
 * server reports a checkpoint while it writes or when it is done. Not thread-safe.
 */
public final class CheckpointMeter implements AutoCloseable {
  private static final int VERSION_OF_OWN_VIEW = 170_000;

  private final Connection connection;
  private final PreparedStatement question;
  private boolean isAnswered = true;

  private CheckpointMeter(Connection connection, PreparedStatement question) {
    this.connection = connection;
    this.question = question;
  }

  /**
   * Opens a meter, which from then on owns the connection.
   *
   * @param versionNumber the server's, such as 180006
   */
  public static CheckpointMeter on(Connection connection, int versionNumber) throws SQLException {
    return new CheckpointMeter(
        connection,
        connection.prepareStatement(
            versionNumber >= VERSION_OF_OWN_VIEW
                ? "select num_timed + num_requested from pg_stat_checkpointer"
                : "select checkpoints_timed + checkpoints_req from pg_stat_bgwriter"));
  }

  /** Returns how many there were so far; empty for good once the server did not say. */
  public OptionalLong count() {
    if (!isAnswered) {
      return OptionalLong.empty();
    }
    try (ResultSet row = question.executeQuery()) {
      row.next();
      return OptionalLong.of(row.getLong(1));
    } catch (SQLException e) {
      // A server that only speaks like PostgreSQL, or one that is gone, which others will notice.
      isAnswered = false;
      return OptionalLong.empty();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
