package dev.screentest.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
  @Test
  void statementsAreCountedInMeteredSessionsAndNowhereElse() throws SQLException {
    try (Database database = Database.start(new DatabaseSpec.Embedded(), DurabilityProfile.MEMORY);
        Workspace workspace = database.createWorkspace("counted or not");
        PooledDatabase metered = workspace.openPool(PoolOptions.defaults().withSize(1));
        PooledDatabase timed =
            workspace.openPool(PoolOptions.defaults().withSize(1).withMetered(false))) {
      for (int i = 0; i < 3; i++) {
        query(timed, "select id, title from movies");
        query(metered, "select title, id from movies");
      }
      assertThat(
              query(
                  timed,
                  "select query || '; ' || calls from public.pg_stat_statements"
                      + " where query like 'select % from movies'"))
          .isEqualTo("select title, id from movies; 3");
    }
  }

  private static String query(PooledDatabase pool, String sql) throws SQLException {
    try (Connection connection = pool.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      StringJoiner lines = new StringJoiner("\n");
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines.toString();
    }
  }

  @ParameterizedTest
  @EnumSource(DurabilityProfile.class)
  void theEmbeddedServerHasTheSettingsOfItsProfile(DurabilityProfile profile) {
    try (Database database = Database.start(new DatabaseSpec.Embedded(), profile)) {
      ServerInfo server = database.server();
      String durable = profile == DurabilityProfile.DURABLE ? "on" : "off";

      assertThat(server.kind()).isEqualTo("embedded");
      assertThat(server.version()).startsWith("18.");
      assertThat(server.settings())
          .containsEntry("fsync", durable)
          .containsEntry("synchronous_commit", durable)
          .containsEntry("full_page_writes", durable)
          .containsEntry("jit", "off")
          .containsEntry("autovacuum", "off")
          .containsEntry("max_connections", "200")
          .containsEntry("server_encoding", "UTF8")
          .containsEntry("locale_provider", "builtin")
          .containsEntry("locale", "C.UTF-8");
      assertThat(server.driver()).isEqualTo(DriverSettings.DEFAULTS);
      assertThat(server.statementStatistics()).contains("public.pg_stat_statements");

      // What is still in use goes with the server, and closing twice is harmless.
      Workspace workspace = database.createWorkspace("left open");
      PooledDatabase pool = workspace.openPool(PoolOptions.defaults().withSize(2));
      database.close();
      workspace.close();
      pool.close();
    }
  }

  @Test
  void aRestartedServerHasItsAddressAndItsDataAndThePoolComesBack() throws SQLException {
    try (Database database = Database.start(new DatabaseSpec.Embedded(), DurabilityProfile.MEMORY);
        Workspace workspace = database.createWorkspace("restarted");
        PooledDatabase pool = workspace.openPool(PoolOptions.defaults().withSize(2))) {
      assertThat(database.canRestart()).isTrue();
      InetSocketAddress address = database.address();
      String started = query(pool, "select pg_postmaster_start_time()");
      query(pool, "insert into movies (title) values ('kept') returning id");

      database.halt();
      database.halt();
      assertThatThrownBy(workspace::connect)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
      database.resume();
      database.resume();

      assertThat(database.address()).isEqualTo(address);
      try (Connection fresh = workspace.connect();
          Statement statement = fresh.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select pg_postmaster_start_time(), (select title from movies)")) {
        row.next();
        assertThat(row.getString(1)).isNotEqualTo(started);
        assertThat(row.getString(2)).isEqualTo("kept");
      }
      // Its schemas are still owned, so that nobody takes them for those of the dead.
      assertThat(database.dropStaleWorkspaces()).isZero();
    }
  }

  @Test
  void aHaltedServerCanBeClosed() {
    Database database = Database.start(new DatabaseSpec.Embedded(), DurabilityProfile.MEMORY);
    try (Workspace workspace = database.createWorkspace("halted")) {
      assertThat(workspace.schema()).isNotEmpty();
      database.halt();
      database.close();
    }
    assertThatThrownBy(database::resume).isInstanceOf(CancellationException.class);
  }

  @Test
  void aServerOfSomebodyElseIsNotStopped() {
    try (Database database = Database.start(ExternalServers.same(), DurabilityProfile.MEMORY)) {
      assertThat(database.canRestart()).isFalse();
      assertThatThrownBy(database::restart).isInstanceOf(UnsupportedOperationException.class);
    }
  }
}
