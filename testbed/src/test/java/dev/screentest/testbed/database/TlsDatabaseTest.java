package dev.screentest.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.SelfSignedCertificate;
import dev.screentest.testbed.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's server that offers TLS, and demands it from some. */
class TlsDatabaseTest {
  private static final String PASSWORD = "not-for-anyone-else";
  private static final PoolOptions METERED = PoolOptions.defaults().withSize(2);
  private static final PoolOptions TIMED = METERED.withMetered(false);

  @TempDir private static Path folder;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void startServer() throws Exception {
    Path access = folder.resolve("pg_hba.conf");
    Files.writeString(
        access,
        """
        hostssl   all sealed all scram-sha-256
        hostssl   all clear  all scram-sha-256
        hostnossl all clear  all password
        host      all screentest all scram-sha-256
        """);
    Map<String, String> settings = new HashMap<>(SelfSignedCertificate.makeIn(folder));
    settings.put("hba_file", access.toString());
    postgres = EmbeddedPostgres.start(settings);
    try (Connection connection =
            new ConnectionSettings(
                    new Endpoint(
                        postgres.url(), new Credentials(postgres.user(), postgres.password())))
                .connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create role sealed superuser login password '" + PASSWORD + "'");
      statement.execute("create role clear superuser login password '" + PASSWORD + "'");
    }
  }

  @AfterAll
  static void stopServer() {
    postgres.close();
  }

  private static Database find(String user, String password, String options) {
    return Database.start(
        new DatabaseSpec.External(postgres.url() + options, new Credentials(user, password)),
        DurabilityProfile.MEMORY);
  }

  @Test
  void meteredConnectionsCanBeReadAndTimedOnesAreAsTheUrlSays() throws SQLException {
    for (String options : new String[] {"", "?sslmode=prefer", "?sslmode=allow"}) {
      try (Database database = find(postgres.user(), postgres.password(), options);
          Workspace workspace = database.createWorkspace("beside TLS")) {
        String timed = options.endsWith("allow") ? "off" : "TLSv1.3";
        assertThat(database.server().setting("ssl_in_use")).isEqualTo(timed);
        try (PooledDatabase pool = workspace.openPool(METERED)) {
          pool.awaitFull();
          assertThat(pool.wire().measure(() -> assertThat(encryption(pool)).isEqualTo("off")))
              .satisfies(counts -> assertThat(counts.statements()).isEqualTo(1));
        }
        try (PooledDatabase pool = workspace.openPool(TIMED)) {
          assertThat(encryption(pool)).isEqualTo(timed);
        }
        assertThat(workspace.connectionProperties(METERED)).containsEntry("sslmode", "disable");
      }
    }
  }

  @Test
  void aUrlThatDemandsEncryptionIsObeyedAndNothingIsCounted() throws SQLException {
    for (String options :
        new String[] {"?sslmode=require", "?sslmode=require&sslNegotiation=direct"}) {
      try (Database database = find(postgres.user(), postgres.password(), options);
          Workspace workspace = database.createWorkspace("behind TLS")) {
        assertUnavailable(workspace, "The JDBC URL demands encryption", "Leave sslmode out");
        try (PooledDatabase pool = workspace.openPool(TIMED)) {
          assertThat(encryption(pool)).isEqualTo("TLSv1.3");
        }
      }
    }
  }

  @Test
  void aServerThatDemandsEncryptionIsNamedAsTheReason() throws SQLException {
    try (Database database = find("sealed", PASSWORD, "");
        Workspace workspace = database.createWorkspace("sealed")) {
      assertUnavailable(workspace, "takes only encrypted connections", "hostssl");
      try (PooledDatabase pool = workspace.openPool(TIMED)) {
        assertThat(encryption(pool)).isEqualTo("TLSv1.3");
      }
    }
  }

  @Test
  void noPasswordGoesOverTheWireInClearText() {
    for (String options :
        new String[] {"", "?requireAuth=password,scram-sha-256", "?requireAuth=!md5"}) {
      try (Database database = find("clear", PASSWORD, options);
          Workspace workspace = database.createWorkspace("clear")) {
        assertUnavailable(workspace, "wants the password in clear text", "scram-sha-256");
      }
    }
  }

  @Test
  void whatTheUserAsksOfAuthenticationStaysAsked() {
    for (Map.Entry<String, String> asked :
        Map.of(
                "?requireAuth=scram-sha-256", "scram-sha-256",
                "?requireAuth=password,scram-sha-256", "scram-sha-256",
                "?requireAuth=!md5", "!md5,!password",
                "", "!password")
            .entrySet()) {
      ConnectionSettings settings =
          new ConnectionSettings(
              new Endpoint(postgres.url() + asked.getKey(), new Credentials(null, null)));
      assertThat(settings.describe("some_schema", METERED))
          .containsEntry("requireAuth", asked.getValue());
    }
  }

  private static String encryption(PooledDatabase pool) throws SQLException {
    try (Connection connection = pool.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select coalesce(version, 'off') from pg_stat_ssl where pid = pg_backend_pid()")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void assertUnavailable(Workspace workspace, String problem, String remedy) {
    assertThatThrownBy(() -> workspace.openPool(METERED).close())
        .isInstanceOfSatisfying(
            DatabaseUnavailableException.class,
            e -> {
              assertThat(e.problem()).contains(problem).doesNotContain("\n");
              assertThat(e.remedy()).contains(remedy).doesNotContain("\n");
              assertThat(StackTraces.of(e)).doesNotContain(PASSWORD, postgres.password());
            });
  }
}
