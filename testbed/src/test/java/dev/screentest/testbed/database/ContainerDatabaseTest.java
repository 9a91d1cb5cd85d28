package dev.screentest.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The server in Docker, where there is a Docker that has the image: no test pulls one. */
class ContainerDatabaseTest {
  private static final DatabaseSpec DEFAULT = new DatabaseSpec.Testcontainers(Optional.empty());

  @Test
  void doesWhatTheEmbeddedServerDoes() throws Exception {
    assumeTrue(docker("image", "inspect", ContainerServer.defaultImage()), "needs the image");
    try (Database database = Database.start(DEFAULT, DurabilityProfile.MEMORY);
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
      assertThatLettersAreTheSameEverywhere(statement);
    }
  }

  private static void assertThatLettersAreTheSameEverywhere(Statement statement)
      throws SQLException {
    try (ResultSet row = statement.executeQuery("select 'ÄB' ilike 'äb' and 'Z' < 'a'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getBoolean(1)).isTrue();
    }
  }

  @Test
  void anImageThatIsNotToBeHadIsNamed() throws Exception {
    assumeTrue(docker("image", "inspect", ContainerServer.defaultImage()), "needs the image");
    assertUnavailable(
        new DatabaseSpec.Testcontainers(Optional.of("localhost:1/no/such:image")),
        "Docker cannot get the image localhost:1/no/such:image.",
        "docker pull");
  }

  @Test
  void withoutDockerTheWayOutIsTheEmbeddedServer() throws Exception {
    assumeFalse(docker("version"), "needs Docker's absence");
    assertUnavailable(DEFAULT, "Docker does not answer.", "--database embedded");
  }

  private static void assertUnavailable(DatabaseSpec spec, String problem, String remedy) {
    assertThatThrownBy(() -> Database.start(spec, DurabilityProfile.MEMORY).close())
        .isInstanceOfSatisfying(
            DatabaseUnavailableException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.remedy()).contains(remedy);
            });
  }

  private static boolean docker(String... arguments) throws InterruptedException {
    try {
      String[] command = new String[arguments.length + 1];
      command[0] = "docker";
      System.arraycopy(arguments, 0, command, 1, arguments.length);
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
