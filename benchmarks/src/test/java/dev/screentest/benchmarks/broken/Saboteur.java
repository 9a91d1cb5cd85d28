package dev.screentest.benchmarks.broken;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Does once, behind the back of the store, what it must not. Thread-safe. */
final class Saboteur {

  private final DataSource dataSource;
  private boolean done;
  private @Nullable Connection kept;

  Saboteur(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  static Sabotage executing(String sql) {
    return connection -> {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    };
  }

  synchronized void once(Sabotage sabotage) {
    if (done) {
      return;
    }
    done = true;
    try (Connection connection = dataSource.getConnection()) {
      sabotage.of(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  synchronized void keepConnection() {
    if (kept == null) {
      try {
        kept = dataSource.getConnection();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  interface Sabotage {
    void of(Connection connection) throws SQLException;
  }
}
