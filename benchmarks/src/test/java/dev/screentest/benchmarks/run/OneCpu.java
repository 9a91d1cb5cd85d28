package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.baton.Readiness;
import dev.screentest.benchmarks.stage.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Puts a thread and its backend where runs put them, for what is measured outside of a run. */
final class OneCpu {

  private OneCpu() {}

  /** Binds this thread and its backend to one CPU, and returns the number of the backend. */
  static long bind(Stage stage) throws SQLException, IOException, InterruptedException {
    long backend = Long.parseLong(ask(stage, "select pg_backend_pid()"));
    long thread =
        Long.parseLong(Path.of("/proc/thread-self").toRealPath().getFileName().toString());
    boolean isBound =
        Placement.here(true)
            .orElseThrow()
            .bind(ProcessHandle.current().pid(), new Readiness(thread, List.of(backend)));
    assertThat(isBound).isTrue();
    return backend;
  }

  /** Returns the number of the CPU. */
  static String number() {
    List<Integer> allowed = Placement.allowedCpus();
    return String.valueOf(allowed.get(allowed.size() - 1));
  }

  /** Returns the one value of a query, by a connection of the stage's pool. */
  static String ask(Stage stage, String sql) throws SQLException {
    try (Connection connection = stage.pool().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
