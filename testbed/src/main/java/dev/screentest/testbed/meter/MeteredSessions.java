package dev.screentest.testbed.meter;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import javax.sql.DataSource;

/**
 * The sessions of a pool, whose work a server is asked about.
 *
 * @param dataSource lends them
 * @param free how many of them it can lend at this moment, those among them that it has yet to open
 * @param wire reads along in all of them
 * @param neighbour another session of ours in the same database
 */
public record MeteredSessions(
    DataSource dataSource, IntSupplier free, WireMeter wire, Neighbour neighbour) {

  /** A session that is at rest while others work, but may not have reported yet what it did. */
  @FunctionalInterface
  public interface Neighbour {
    /** Runs a statement in it. */
    void run(String sql) throws SQLException;
  }

  /**
   * Runs a statement in each session that nobody has, which therefore are borrowed all at once.
   *
   * <p>Afterwards the pool is as large as it may be: none of its threads opens one more in the
   * background, and counts there, while others are counted.
   *
   * @return the transactions that this took: one for each statement, and one for each validation
   *     that the pool thought necessary before
   */
  long runInEach(String sql) throws SQLException {
    WireCounts counts = wire.measure(() -> borrowAndRun(sql));
    return counts.statements() + counts.validations() + counts.connections();
  }

  private void borrowAndRun(String sql) throws SQLException {
    List<Connection> borrowed = new ArrayList<>();
    try {
      for (int left = free.getAsInt(); left > 0; left--) {
        Connection connection = dataSource.getConnection();
        borrowed.add(connection);
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
        }
      }
    } finally {
      for (Connection connection : borrowed) {
        connection.close();
      }
    }
  }
}
