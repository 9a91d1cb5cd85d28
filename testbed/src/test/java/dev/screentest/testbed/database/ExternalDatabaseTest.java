package dev.screentest.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.meter.ServerAnswer;
import dev.screentest.testbed.meter.ServerMeter;
import dev.screentest.testbed.meter.Testimony;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalDatabaseTest {
  private static final String PASSWORD = "not-for-anyone-else";
  private static final String PASSWORD_FILE = "org.postgresql.pgpassfile";
  private static String suffix = "";

  @BeforeAll
  static void createUsersAndDatabases() throws SQLException {
    suffix = WorkspaceName.random().text();
    ExternalServers.execute(
        "create role poor_" + suffix + " login password '" + PASSWORD + "'",
        "create role reader_" + suffix + " login superuser password '" + PASSWORD + "'",
        "alter role reader_" + suffix + " set default_transaction_read_only = on",
        "create database latin_"
            + suffix
            + " template template0 encoding 'LATIN1' locale_provider libc locale 'C'");
  }

  @AfterAll
  static void dropThem() throws SQLException {
    ExternalServers.execute(
        "drop database latin_" + suffix, "drop role poor_" + suffix, "drop role reader_" + suffix);
  }

  @Test
  void describesTheServerAsItIs() {
    try (Database database = Database.start(ExternalServers.same(), DurabilityProfile.DURABLE)) {
      ServerInfo server = database.server();

      assertThat(server.kind()).isEqualTo("external");
      assertThat(server.versionNumber())
          .isEqualTo(ExternalServers.server().server().versionNumber());
      assertThat(server.address()).isEqualTo(ExternalServers.server().server().address());
      assertThat(server.setting("server_encoding")).isEqualTo("UTF8");
      assertThat(server.settings())
          .containsKeys("fsync", "synchronous_commit", "jit", "autovacuum", "lc_collate", "locale")
          .containsKeys("TimeZone", "shared_buffers", "max_connections", "locale_provider");
      assertThat(server.toString()).doesNotContain(password());
    }
  }

  @ParameterizedTest
  @CsvSource({"true, top", "false, none"})
  void aSuperuserHasTheStatisticsAwakeWhereTheyAreAskedFor(boolean isMetered, String track)
      throws SQLException {
    try (Database database = Database.start(ExternalServers.same(), DurabilityProfile.MEMORY);
        Workspace workspace = database.createWorkspace("statistics");
        PooledDatabase pool =
            workspace.openPool(PoolOptions.defaults().withSize(1).withMetered(isMetered));
        Connection connection = pool.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show pg_stat_statements.track")) {
      assertThat(database.server().canWakeStatistics()).isTrue();
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo(track);
    }
  }

  @Test
  void aWrongPasswordIsNamedButNotShown() {
    assertUnavailable(
        ExternalServers.as("poor_" + suffix, "wrong-" + PASSWORD),
        "refuses the user poor_" + suffix,
        "PGPASSWORD");
  }

  @Test
  void aMissingPasswordIsAskedFor() {
    DatabaseSpec.External spec =
        new DatabaseSpec.External(
            ExternalServers.same().url(), new Credentials("poor_" + suffix, null));
    // Where the driver looks for passwords; whoever runs this test may have one there.
    String before = System.getProperty(PASSWORD_FILE);
    System.setProperty(PASSWORD_FILE, "/dev/null");
    try {
      assertUnavailable(spec, "wants a password from poor_" + suffix, "PGPASSWORD");
    } finally {
      if (before == null) {
        System.clearProperty(PASSWORD_FILE);
      } else {
        System.setProperty(PASSWORD_FILE, before);
      }
    }
  }

  @Test
  void aMissingDatabaseIsNamed() {
    assertUnavailable(ExternalServers.database("nowhere"), "no database nowhere", "createdb");
  }

  @Test
  void aMissingPrivilegeComesWithTheGrant() {
    assertUnavailable(
        ExternalServers.as("poor_" + suffix, PASSWORD),
        "poor_" + suffix + " may not create schemas in postgres",
        "GRANT CREATE ON DATABASE postgres TO poor_" + suffix);
  }

  @Test
  void aServerThatTakesNoWritesIsRefused() {
    assertUnavailable(
        ExternalServers.as("reader_" + suffix, PASSWORD),
        "takes no writes",
        "targetServerType=primary");
  }

  @Test
  void aDatabaseWithoutUnicodeIsRefused() {
    assertUnavailable(
        ExternalServers.database("latin_" + suffix), "its encoding is LATIN1", "encoding UTF8");
  }

  @Test
  void aPortWithoutServerIsNamed() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertUnavailable(
        new DatabaseSpec.External(
            "jdbc:postgresql://127.0.0.1:" + port + "/db", new Credentials("ann", PASSWORD)),
        "No PostgreSQL answers at 127.0.0.1:" + port,
        "listen_addresses");
  }

  @Test
  void aServerOlderThanFifteenIsRefused() {
    assertThatThrownBy(() -> ServerProbe.requireVersion("14.9", 140009, "host:5432"))
        .isInstanceOfSatisfying(
            DatabaseUnavailableException.class,
            e ->
                assertThat(e.problem())
                    .isEqualTo("The server at host:5432 is PostgreSQL 14.9, older than 15."));
  }

  @Test
  void oneOfSeveralHostsIsEnough() throws Exception {
    String address = ExternalServers.server().server().address();
    // The driver avoids for a while a host that has just refused somebody, as in tests of this
    // class.
    String url =
        ExternalServers.same().url().replace(address, "127.0.0.1:1," + address)
            + "&hostRecheckSeconds=0";
    try (Database database =
            Database.start(
                new DatabaseSpec.External(url, ExternalServers.same().credentials()),
                DurabilityProfile.MEMORY);
        Workspace workspace = database.createWorkspace("several hosts");
        PooledDatabase pool = workspace.openPool(PoolOptions.defaults().withSize(2))) {
      pool.awaitFull();
      assertThat(database.server().address()).isEqualTo("127.0.0.1:1," + address);
    }
  }

  @Test
  void whereTheServerCountsNothingTheWireIsAloneAndSaysWhy() throws SQLException {
    ExternalServers.execute("create database bare_" + suffix);
    try {
      assertThat(reasonOfSilence(ExternalServers.database("bare_" + suffix)))
          .contains("not installed in this database");
    } finally {
      ExternalServers.execute("drop database bare_" + suffix + " with (force)");
    }
    // It is installed here, but asleep, and no superuser's word wakes it.
    String guest = "guest_" + suffix;
    String home = ExternalServers.server().server().database();
    ExternalServers.execute(
        "create role " + guest + " login password '" + PASSWORD + "'",
        "grant create on database " + home + " to " + guest);
    try {
      assertThat(reasonOfSilence(ExternalServers.as(guest, PASSWORD)))
          .contains("pg_stat_statements.track is none")
          .contains("compute_query_id is off");
    } finally {
      ExternalServers.execute("drop owned by " + guest, "drop role " + guest);
    }
  }

  private static String reasonOfSilence(DatabaseSpec spec) throws SQLException {
    try (Database database = Database.start(spec, DurabilityProfile.MEMORY);
        Workspace workspace = database.createWorkspace("silent server");
        PooledDatabase pool = workspace.openPool(PoolOptions.defaults().withSize(1));
        ServerMeter meter = workspace.openServerMeter(pool);
        Connection connection = pool.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      Testimony testimony = meter.measure(() -> statement.execute("select 1"));

      assertThat(testimony.wire().statements()).isEqualTo(1);
      assertThat(testimony.server()).isInstanceOf(ServerAnswer.WireAlone.class);
      return ((ServerAnswer.WireAlone) testimony.server()).reason();
    }
  }

  private static String password() {
    return ExternalServers.same().credentials().password().orElse("(none)");
  }

  private static void assertUnavailable(DatabaseSpec spec, String problem, String remedy) {
    assertThatThrownBy(() -> Database.start(spec, DurabilityProfile.MEMORY).close())
        .isInstanceOfSatisfying(
            DatabaseUnavailableException.class,
            e -> {
              assertThat(e.problem()).contains(problem).doesNotContain("\n");
              assertThat(e.remedy()).contains(remedy).doesNotContain("\n");
              assertThat(StackTraces.of(e)).doesNotContain(PASSWORD, password());
            });
  }
}
