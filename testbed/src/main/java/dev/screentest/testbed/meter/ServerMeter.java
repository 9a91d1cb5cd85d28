package dev.screentest.testbed.meter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Asks a server what it did, as a second witness beside {@link WireMeter}; for one thread.
 *
 * <p>It needs the extension {@code pg_stat_statements}, and sessions whose statements that counts.
 * Where a server has none of it, the answer says why and leaves the word to the wire.
 */
public final class ServerMeter implements AutoCloseable {
  /** What keeps statements from being counted, as the sessions themselves have it set. */
  private static final String HINDRANCES =
      """
      select concat_ws(', ',
        case when current_setting('pg_stat_statements.track', true) = 'none'
          then 'pg_stat_statements.track is none' end,
        case when current_setting('pg_stat_statements.track_utility', true) = 'off'
          then 'pg_stat_statements.track_utility is off' end,
        case when current_setting('compute_query_id', true) = 'off'
          then 'compute_query_id is off' end)
      """;

  private final MeteredSessions sessions;
  private final StatisticsReader reader;
  private final Optional<ServerAnswer.WireAlone> silence;

  private ServerMeter(
      MeteredSessions sessions, StatisticsReader reader, Optional<ServerAnswer.WireAlone> silence) {
    this.sessions = sessions;
    this.reader = reader;
    this.silence = silence;
  }

  /**
   * Opens a meter, and finds out whether the server will answer.
   *
   * @param sessions whose work is counted
   * @param witness the session in which the server is asked, closed with the meter
   * @param statistics the view pg_stat_statements with its schema; empty where there is none to be
   *     read
   */
  public static ServerMeter open(
      MeteredSessions sessions, Connection witness, Optional<String> statistics)
      throws SQLException {
    StatisticsReader reader =
        new StatisticsReader(witness, statistics.orElse("pg_stat_statements"));
    try {
      Optional<String> reason =
          statistics.isEmpty()
              ? Optional.of(
                  "pg_stat_statements is not installed in this database, not loaded by the server,"
                      + " or not for this user.")
              : hindrance(sessions).or(() -> refusal(reader));
      return new ServerMeter(sessions, reader, reason.map(ServerAnswer.WireAlone::new));
    } catch (SQLException | RuntimeException e) {
      witness.close();
      throw e;
    }
  }

  private static Optional<String> hindrance(MeteredSessions sessions) throws SQLException {
    try (Connection connection = sessions.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HINDRANCES)) {
      row.next();
      String hindrances = row.getString(1);
      return hindrances.isEmpty()
          ? Optional.empty()
          : Optional.of("The server counts no statements of these sessions: " + hindrances + ".");
    }
  }

  private static Optional<String> refusal(StatisticsReader reader) {
    try {
      reader.read();
      return Optional.empty();
    } catch (SQLException e) {
      // Forbidden, or an older form of the extension, or another server than PostgreSQL.
      return Optional.of("The server's statistics cannot be read: " + e.getMessage());
    }
  }

  /**
   * What a piece of work costs, as seen on the wire and by the server.
   *
   * <p>The sessions must be at rest before and after: what a borrowed one has done may come late.
   */
  public <E extends Exception> Testimony measure(WireWork<E> work) throws E, SQLException {
    if (silence.isPresent()) {
      return new Testimony(sessions.wire().measure(work), silence.get());
    }
    sessions.neighbour().run(StatisticsReader.REPORT);
    sessions.runInEach(StatisticsReader.REPORT);
    ServerSnapshot before = reader.read();
    WireCounts wire = sessions.wire().measure(work);
    long reports = sessions.runInEach(StatisticsReader.REPORT);
    // A session that opens commits a transaction of its own, and so does an empty statement.
    long others = reports + wire.connections() + wire.validations();
    return new Testimony(wire, reader.read().since(before, others));
  }

  @Override
  public void close() throws SQLException {
    reader.close();
  }
}
