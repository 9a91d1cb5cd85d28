package dev.screentest.benchmarks.verify;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.testbed.data.ContentDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Looks at one stage again and again, whether it is still what it must be. */
final class Guard {

  private final Stage stage;
  private final ContentDigest initial;
  private final SchemaShape shape;

  /** Where the server's log stood when the content was looked at for the last time. */
  private Optional<String> seenAt = Optional.empty();

  Guard(Stage stage, ContentDigest initial, SchemaShape shape) {
    this.stage = stage;
    this.initial = initial;
    this.shape = shape;
  }

  /**
   * Requires that the tables hold what the generator says. Where the server has logged nothing
   * since they did, they still do.
   *
   * @throws GateException if not
   */
  void requireInitialContent(String when) throws SQLException {
    Optional<String> now = endOfLog();
    if (now.isPresent() && now.equals(seenAt)) {
      return;
    }
    ContentDigest.read(stage.witness())
        .differenceFrom(initial)
        .ifPresent(
            difference -> {
              throw new GateException("content of the database " + when + ": " + difference);
            });
    seenAt = now;
  }

  /**
   * Returns where the write-ahead log ends, in which every change of a row is; empty where the
   * server does not say.
   */
  private Optional<String> endOfLog() {
    try (Statement statement = stage.witness().createStatement();
        ResultSet row = statement.executeQuery("select pg_current_wal_insert_lsn()")) {
      row.next();
      return Optional.ofNullable(row.getString(1));
    } catch (SQLException e) {
      // A server that only speaks like PostgreSQL: the tables themselves will tell.
      return Optional.empty();
    }
  }

  /**
   * Requires that schema and settings are as planned, though a contestant had its hands on them.
   *
   * @throws GateException if not
   */
  void requireConditions() throws SQLException {
    SchemaShape.read(stage.witness()).require(shape);
    stage
        .settingsComplaint()
        .ifPresent(
            complaint -> {
              throw new GateException(complaint);
            });
  }
}
