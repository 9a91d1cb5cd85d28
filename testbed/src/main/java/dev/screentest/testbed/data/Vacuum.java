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

  /** Without the index entries of dead rows, however few, their pages would stay hidden. */
  private static final String VACUUM = "vacuum (analyze, index_cleanup on) " + TABLES;

  /**
   * Whether pages with rows are not known to be visible to all. A large COPY leaves some behind
   * that have none, and never will be.
   */
  private static final String SOME_ARE_HIDDEN =
      """
      select exists (
        select from (
          select 'movies'::regclass name, max(ctid) last from movies
          union all select 'actors', max(ctid) from actors
          union all select 'movies_actors', max(ctid) from movies_actors
          union all select 'stuntmen', max(ctid) from stuntmen
          union all select 'contact_details', max(ctid) from contact_details
        ) ends
        join pg_class c on c.oid = ends.name
        where c.relallvisible < (ends.last::text::point)[0] + 1)
      """;

  /** For the transactions of others, who load their rows beside us. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration POLL = Duration.ofMillis(50);

  private Vacuum() {}

  /**
   * Vacuums until every page with rows is known to be visible to all, which decides what an
   * index-only scan costs, and with it plans. Where the transaction of a stranger hides rows for
   * longer than two seconds, it stays as it is.
   *
   * @param connection in autocommit, its search path leading to the movie schema
   */
  public static void run(Connection connection) throws SQLException {
    run(connection, Duration.ZERO);
  }

  /**
   * The same where others may load for as long as we did.
   *
   * @param patience for their transactions, if it is more than usual
   */
  static void run(Connection connection, Duration patience) throws SQLException {
    long most = Math.max(patience.toNanos(), PATIENCE.toNanos());
    try (Statement statement = connection.createStatement()) {
      // A page is visible to all when the commits of its rows are on disk. Statistics are a commit
      // too, and the log is written in order: where this one waits for it, all before it are there.
      statement.execute("set synchronous_commit = local");
      try {
        statement.execute("analyze movies");
      } finally {
        statement.execute("reset synchronous_commit");
      }
      long start = System.nanoTime();
      statement.execute(VACUUM);
      // Commits of neighbours can hide ours until the log is written again, and their snapshots
      // until they end.
      while (someAreHidden(statement) && System.nanoTime() - start < most) {
        LockSupport.parkNanos(POLL.toNanos());
        statement.execute(VACUUM);
      }
    }
  }

  private static boolean someAreHidden(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(SOME_ARE_HIDDEN)) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
