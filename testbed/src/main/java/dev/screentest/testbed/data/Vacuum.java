package dev.screentest.testbed.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Vacuums and analyses all tables, so that the planner sees the same in every schema with the same
 * rows. Static, for a connection that nobody else uses meanwhile.
 */
public final class Vacuum {

  private static final String TABLES = "movies, actors, movies_actors, stuntmen, contact_details";

  /** Pages that were written since, or that some transaction of this database may see otherwise. */
  private static final String HIDDEN_PAGES =
      """
      select sum(relpages - relallvisible) from pg_class
      where relnamespace = current_schema()::regnamespace and relkind = 'r'
      """;

  /** For the transactions of others, who load their rows beside us. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration POLL = Duration.ofMillis(20);

  private Vacuum() {}

  /**
   * Vacuums until every page is known to be visible to all, which decides what an index-only scan
   * costs, and with it plans. Where the transaction of a stranger hides rows for longer than some
   * seconds, it stays as it is.
   *
   * @param connection in autocommit, its search path leading to the movie schema
   */
  public static void run(Connection connection) throws SQLException {
    run(connection, Duration.ZERO);
  }

  /**
   * The same where others may take as long as we did.
   *
   * @param patience for their transactions, if it is more than usual
   */
  static void run(Connection connection, Duration patience) throws SQLException {
    long most = Math.max(patience.toNanos(), PATIENCE.toNanos());
    try (Statement statement = connection.createStatement()) {
      // A page is visible to all when the commits of its rows are on disk. Analyzing is a commit
      // too, and the log is written in order: where this one waits for it, all before it are there.
      statement.execute("set synchronous_commit = local");
      try {
        statement.execute("analyze " + TABLES);
      } finally {
        statement.execute("reset synchronous_commit");
      }
      long start = System.nanoTime();
      statement.execute("vacuum " + TABLES);
      while (hiddenPages(statement) > 0 && System.nanoTime() - start < most) {
        LockSupport.parkNanos(POLL.toNanos());
        statement.execute("vacuum " + TABLES);
      }
    }
  }

  private static long hiddenPages(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(HIDDEN_PAGES)) {
      row.next();
      return row.getLong(1);
    }
  }
}
