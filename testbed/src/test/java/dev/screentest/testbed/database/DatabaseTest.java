package dev.screentest.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.DockerClientFactory;

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
          .containsEntry("TimeZone", "UTC")
          .containsEntry("max_connections", "200")
          .containsEntry("server_encoding", "UTF8")
          .containsEntry("locale_provider", "builtin")
          .containsEntry("locale", "C.UTF-8");
      assertThat(server.statementStatistics()).contains("public.pg_stat_statements");
    }
  }

  @Test
  void closingTwiceAndClosingWhatIsUsedAreFine() {
    Database database = Database.start(new DatabaseSpec.Embedded(), DurabilityProfile.MEMORY);
    Workspace workspace = database.createWorkspace("left open");
    PooledDatabase pool = workspace.openPool(PoolOptions.defaults().withSize(2));

    database.close();
    database.close();
    workspace.close();
    pool.close();
  }

  @Test
  void aContainerDoesTheSame() throws SQLException {
    assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "needs Docker");
    try (Database database = startContainer();
        Workspace workspace = database.createWorkspace("in a container");
        PooledDatabase pool = workspace.openPool(PoolOptions.defaults().withSize(2));
        Connection connection = pool.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(database.server().kind()).startsWith("testcontainers ");
      assertThat(database.server().settings())
          .containsEntry("fsync", "off")
          .containsEntry("jit", "off")
          .containsEntry("server_encoding", "UTF8");
      assertThat(database.server().statementStatistics()).isPresent();
      assertThat(pool.wire().measure(() -> statement.execute("select 1")).roundTrips())
          .isEqualTo(1);
      try (ResultSet row = statement.executeQuery("select 'ÄB' ilike 'äb' and 'Z' < 'a'")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getBoolean(1)).isTrue();
      }
    }
  }

  /** A Docker that answers may still have no registry to get the default image from. */
  private static Database startContainer() {
    try {
      return Database.start(
          new DatabaseSpec.Testcontainers(Optional.empty()), DurabilityProfile.MEMORY);
    } catch (DatabaseUnavailableException e) {
      assumeFalse(e.problem().startsWith("Docker cannot get the image"), e.problem());
      throw e;
    }
  }

  @Test
  void anImageThatDockerDoesNotHaveIsNamed() {
    assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "needs Docker");
    assertThatThrownBy(
            () ->
                Database.start(
                        new DatabaseSpec.Testcontainers(Optional.of("localhost:1/no/such:image")),
                        DurabilityProfile.MEMORY)
                    .close())
        .isInstanceOfSatisfying(
            DatabaseUnavailableException.class,
            e -> {
              assertThat(e.problem())
                  .isEqualTo("Docker cannot get the image localhost:1/no/such:image.");
              assertThat(e.remedy()).contains("docker pull");
            });
  }

  @Test
  void withoutDockerTheWayOutIsTheEmbeddedServer() {
    assumeFalse(DockerClientFactory.instance().isDockerAvailable(), "needs Docker's absence");
    assertThatThrownBy(
            () ->
                Database.start(
                        new DatabaseSpec.Testcontainers(Optional.empty()), DurabilityProfile.MEMORY)
                    .close())
        .isInstanceOfSatisfying(
            DatabaseUnavailableException.class,
            e -> {
              assertThat(e.problem()).isEqualTo("Docker does not answer.");
              assertThat(e.remedy()).contains("--database embedded");
            });
  }
}
