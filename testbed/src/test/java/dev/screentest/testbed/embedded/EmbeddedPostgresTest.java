package dev.screentest.testbed.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.screentest.testbed.ChildJvm;
import dev.screentest.testbed.Conditions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
  private static final Map<String, String> SETTINGS = Map.of("fsync", "off");

  @Test
  void twoAtOnceAnswerEachForItselfAndLeaveNothing() throws SQLException {
    Path firstFolder;
    Path secondFolder;
    try (EmbeddedPostgres first = EmbeddedPostgres.start(SETTINGS);
        EmbeddedPostgres second = EmbeddedPostgres.start(Map.of("TimeZone", "UTC"))) {
      firstFolder = first.folder();
      secondFolder = second.folder();
      assertThat(query(first, "show port")).isNotEqualTo(query(second, "show port"));
      assertThat(query(first, "show data_directory")).startsWith(firstFolder.toString());
      assertThatLettersAndTimesAreTheSameEverywhere(second);
      assertThatThrownBy(() -> DriverManager.getConnection(first.url(), first.user(), "guessed"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }
    assertThat(firstFolder).doesNotExist();
    assertThat(secondFolder).doesNotExist();
  }

  private static void assertThatLettersAndTimesAreTheSameEverywhere(EmbeddedPostgres postgres)
      throws SQLException {
    assertThat(query(postgres, "show server_encoding")).isEqualTo("UTF8");
    assertThat(query(postgres, "select 'ÄÖÜ ŽIŽEK' ilike 'äöü žižek'")).isEqualTo("t");
    assertThat(query(postgres, "select 'Z' < 'a' and 'a' < 'Ä'")).isEqualTo("t");
    assertThat(
            query(
                postgres,
                "select setting from pg_file_settings where name = 'TimeZone' and applied"))
        .isEqualTo("UTC");
  }

  @Test
  void aSettingThatTheServerRefusesIsNamedInTheFailure() {
    assertThatThrownBy(() -> EmbeddedPostgres.start(Map.of("shared_buffers", "many")))
        .isInstanceOfSatisfying(
            EmbeddedPostgresException.class,
            e -> {
              assertThat(e.problem()).contains("did not start").contains("\"shared_buffers\"");
              assertThat(e.remedy()).isNotBlank();
            });
  }

  @Test
  void whoTookThePortOfAHaltedServerIsNamedAndItStartsWhenTheyHaveGone() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(SETTINGS)) {
      int port = Integer.parseInt(query(postgres, "show port"));
      postgres.halt();
      try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertThat(other.isBound()).isTrue();
        assertThatThrownBy(postgres::resume)
            .isInstanceOfSatisfying(
                EmbeddedPostgresException.class,
                e -> assertThat(e.problem()).contains("did not start again", "could not bind"));
      }
      postgres.resume();
      assertThat(query(postgres, "show port")).isEqualTo(String.valueOf(port));
    }
  }

  @Test
  void aHaltedServerLeavesNothing() {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(SETTINGS);
    Path folder = postgres.folder();
    postgres.halt();
    postgres.close();
    assertThat(folder).doesNotExist();
  }

  @Test
  void aKilledParentLeavesNeitherServerNorFolder() throws Exception {
    try (ChildJvm parent = ChildJvm.start(ServerInChildJvm.class, Map.of())) {
      Path folder = Path.of(parent.readLine());
      ProcessHandle server = serverIn(folder);
      assertThat(server.isAlive()).isTrue();

      parent.signal("KILL", false);

      awaitGone(server, folder);
    }
  }

  @Test
  void aSigkillForTheWholeProcessGroupLeavesNothingEither() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "needs setsid");
    try (ChildJvm parent = ChildJvm.start(List.of("setsid"), ServerInChildJvm.class, Map.of())) {
      Path folder = Path.of(parent.readLine());
      ProcessHandle server = serverIn(folder);

      parent.signal("KILL", true);

      awaitGone(server, folder);
    }
  }

  @Test
  void anInterruptForTheWholeProcessGroupLeavesNothingEither() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "needs setsid");
    try (ChildJvm parent = ChildJvm.start(List.of("setsid"), ServerInChildJvm.class, Map.of())) {
      Path folder = Path.of(parent.readLine());
      ProcessHandle server = serverIn(folder);

      parent.signal("INT", true);

      awaitGone(server, folder);
      assertThat(parent.awaitExit()).isEqualTo(128 + 2);
    }
  }

  @Test
  void aKilledSupervisorIsReplacedAtClose() throws Exception {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(SETTINGS);
    Path folder = postgres.folder();
    ProcessHandle server = serverIn(folder);
    ProcessHandle supervisor = postgres.supervisor();
    new ProcessBuilder("kill", "-s", "KILL", String.valueOf(supervisor.pid())).start().waitFor();
    supervisor.onExit().join();
    assertThat(server.isAlive()).isTrue();

    postgres.close();

    awaitGone(server, folder);
  }

  @Test
  void rootRunsItAsAnotherAccountWhereContainersForbidUserNamespaces() throws Exception {
    List<Privileges> ways =
        Privileges.otherAccounts().stream().filter(Privileges::isNotRoot).toList();
    assumeTrue(System.getProperty("user.name").equals("root") && !ways.isEmpty(), "needs root");
    Path folder;
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.start(SETTINGS, Platform.current(), ways.get(0))) {
      folder = postgres.folder();
      assertThat(Files.getOwner(folder).getName()).isEqualTo("nobody");
      assertThat(query(postgres, "select 1")).isEqualTo("1");
    }
    assertThat(folder).doesNotExist();
  }

  private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static ProcessHandle serverIn(Path folder) throws IOException {
    String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /** So has one that nobody collects, as in a container whose first process is no init. */
  private static boolean hasEnded(ProcessHandle process) {
    try {
      return !process.isAlive()
          || Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"))
              .contains(") Z ");
    } catch (IOException e) {
      // Collected meanwhile, or no such files on this system.
      return !process.isAlive();
    }
  }

  private static void awaitGone(ProcessHandle server, Path folder) {
    Conditions.await("server " + server.pid() + " ended", () -> hasEnded(server));
    Conditions.await(folder + " removed", () -> !Files.exists(folder));
  }
}
