package dev.screentest.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
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
      assertThat(server.statementStatistics()).contains("public.pg_stat_statements");

      // What is still in use goes with the server, and closing twice is harmless.
      Workspace workspace = database.createWorkspace("left open");
      PooledDatabase pool = workspace.openPool(PoolOptions.defaults().withSize(2));
      database.close();
      workspace.close();
      pool.close();
    }
  }
}
