package dev.screentest.testbed.meter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a server's counters in a session of its own.
 *
 * <p>{@code pg_stat_statements} counts at once; {@code pg_stat_database} learns from a session at
 * most once a second, unless the session is told to report ({@link #REPORT}) when it next ends a
 * transaction.
 */
final class StatisticsReader implements AutoCloseable {
  /**
   * In PostgreSQL since version 15. It reads a table because a session with nothing to report but
   * transactions is not heard.
   */
  static final String REPORT = "select pg_stat_force_next_flush() from pg_namespace limit 1";

  private static final String DATABASE =
      "select xact_commit, xact_rollback from pg_stat_database where datname = current_database()";

  private static final String ERA = "select dealloc || ' ' || stats_reset from %s_info";

  /** But for our own questions, which are nobody's work. */
  private static final String STATEMENTS =
      """
      select queryid, query, calls, rows from %s
      where toplevel
        and userid = to_regrole(quote_ident(current_user))
        and dbid = (select oid from pg_database where datname = current_database())
        and query !~ 'pg_stat_(statements|database|force_next_flush)'
      """;

  private final Connection connection;
  private final String view;
  private long commits;

  /**
   * Creates a reader.
   *
   * @param connection in autocommit mode, used by nobody else
   * @param view pg_stat_statements with its schema
   */
  StatisticsReader(Connection connection, String view) {
    this.connection = connection;
    this.view = view;
  }

  ServerSnapshot read() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(REPORT);
    }
    commits++;
    long reportedCommits = commits;
    try (PreparedStatement database = connection.prepareStatement(DATABASE);
        ResultSet row = database.executeQuery()) {
      row.next();
      commits++;
      return new ServerSnapshot(
          statements(), row.getLong(1), row.getLong(2), reportedCommits, era());
    }
  }

  private Map<Long, ServerStatement> statements() throws SQLException {
    Map<Long, ServerStatement> statements = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STATEMENTS.formatted(view))) {
      while (row.next()) {
        statements.put(
            row.getLong(1), new ServerStatement(row.getString(2), row.getLong(3), row.getLong(4)));
      }
    }
    commits++;
    return statements;
  }

  private String era() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ERA.formatted(view))) {
      row.next();
      commits++;
      return row.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
