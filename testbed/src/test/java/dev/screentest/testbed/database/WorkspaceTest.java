package dev.screentest.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.ChildJvm;
import dev.screentest.testbed.Conditions;
import dev.screentest.testbed.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Schemas of our own beside tables of the same names that are somebody else's. */
class WorkspaceTest {
  private static Database database;

  @BeforeAll
  static void findServer() {
    database = Database.start(ExternalServers.same(), DurabilityProfile.MEMORY);
  }

  @AfterAll
  static void leaveServer() {
    database.close();
  }

  @Test
  void holdsTheFiveTablesAndSaysWhoseItIs() throws SQLException {
    try (Workspace workspace = database.createWorkspace("a test's own")) {
      assertThat(workspace.schema()).matches("screentest_[0-9a-f]{12}");
      assertThat(
              strings(
                  workspace,
                  "select tablename::text from pg_tables where schemaname = current_schema()"
                      + " order by 1"))
          .containsExactly("actors", "contact_details", "movies", "movies_actors", "stuntmen");
      assertThat(
              strings(
                  workspace,
                  "select obj_description(current_schema()::regnamespace, 'pg_namespace')"))
          .singleElement()
          .asString()
          .startsWith("screentest workspace of process " + ProcessHandle.current().pid() + " on ")
          .endsWith(": a test's own");
    }
  }

  @Test
  void closingDropsItWithAllThatWasMadeInIt() throws SQLException {
    Workspace workspace = database.createWorkspace("to be dropped");
    ExternalServers.execute(
        "create function " + workspace.schema() + ".f() returns int language sql as 'select 1'",
        "create view "
            + workspace.schema()
            + ".v as select title from "
            + workspace.schema()
            + ".movies");

    workspace.close();
    workspace.close();

    assertThat(schemas()).doesNotContain(workspace.schema());
  }

  @Test
  void truncatingEmptiesTheTablesAndRestartsTheSequences() throws SQLException {
    try (Workspace workspace = database.createWorkspace("truncate")) {
      for (int round = 0; round < 2; round++) {
        try (Connection connection = workspace.connect();
            Statement statement = connection.createStatement()) {
          statement.execute("insert into movies (title) values ('One'), ('Two')");
          statement.execute("insert into actors (name) values ('A')");
          statement.execute("insert into movies_actors select m.id, a.id from movies m, actors a");
        }
        assertThat(strings(workspace, "select id::text from movies order by id"))
            .containsExactly("1", "51");
        workspace.truncate();
        assertThat(
                strings(workspace, "select id::text from movies union select id::text from actors"))
            .isEmpty();
      }
    }
  }

  @Test
  void neighboursStayAsTheyAre() throws SQLException {
    ExternalServers.execute(
        "create table public.movies (id bigint primary key, title varchar, ours boolean)",
        "create table public.actors (id bigint primary key, movie_id bigint references movies)",
        "create sequence public.movies_id_seq",
        "insert into public.movies values (1, 'A neighbour''s', true)",
        "insert into public.actors values (7, 1)",
        "select nextval('public.movies_id_seq')",
        "create schema screentest_of_a_neighbour",
        "comment on schema screentest_of_a_neighbour is '" + mark(999_999_999L, "x") + "'",
        "create schema screentest_0123456789ab",
        "create table screentest_0123456789ab.movies (id int)",
        "comment on schema screentest_0123456789ab is 'screentest, but not of yours'");
    try {
      String before = neighbours();

      try (Workspace workspace = database.createWorkspace("good neighbour");
          PooledDatabase pool = workspace.openPool(PoolOptions.defaults().withSize(1));
          Connection connection = pool.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("insert into movies (title) values ('Ours')");
        workspace.truncate();
      }
      database.dropStaleWorkspaces();
      database.dropAllWorkspaces();

      assertThat(neighbours()).isEqualTo(before);
      assertThat(schemas()).contains("screentest_of_a_neighbour", "screentest_0123456789ab");
    } finally {
      ExternalServers.execute(
          "drop table public.actors, public.movies",
          "drop sequence public.movies_id_seq",
          "drop schema screentest_of_a_neighbour",
          "drop schema screentest_0123456789ab cascade");
    }
  }

  @Test
  void whatAKilledProcessLeftIsDroppedAndWhatLivesStays() throws Exception {
    try (Workspace living = database.createWorkspace("alive");
        ChildJvm child =
            ChildJvm.start(
                WorkspaceInChildJvm.class, ExternalServers.server().childEnvironment())) {
      String orphan = child.readLine();
      assertThat(database.dropStaleWorkspaces()).isZero();

      child.signal("KILL", false);
      child.awaitExit();
      Conditions.await("the server has noticed", () -> database.dropStaleWorkspaces() == 1);

      assertThat(schemas()).contains(living.schema()).doesNotContain(orphan);
    }
  }

  @Test
  void anInterruptedProcessDropsItsOwn() throws Exception {
    try (ChildJvm child =
        ChildJvm.start(WorkspaceInChildJvm.class, ExternalServers.server().childEnvironment())) {
      String schema = child.readLine();
      assertThat(schemas()).contains(schema);

      child.signal("INT", false);
      child.awaitExit();

      assertThat(schemas()).doesNotContain(schema);
    }
  }

  @Test
  void theLockOfAnOwnerElsewhereProtectsIt() throws SQLException {
    WorkspaceName name = WorkspaceName.random();
    ExternalServers.execute(
        "create schema " + name.text(),
        "comment on schema " + name.text() + " is '" + mark(1, "a-machine-elsewhere") + "'");
    try (Connection owner = ExternalServers.connect();
        Statement statement = owner.createStatement()) {
      statement.execute(
          "select pg_advisory_lock(%d, %d)".formatted(WorkspaceName.LOCK_CLASS, name.lockNumber()));
      database.dropStaleWorkspaces();
      assertThat(schemas()).contains(name.text());
    }
    Conditions.await("the lock is gone", () -> database.dropStaleWorkspaces() == 1);
  }

  @Test
  void aFreeLockCountsMoreThanAProcessThatHasTheNumberOfTheOwner() throws SQLException {
    WorkspaceName ofAnother = WorkspaceName.random();
    WorkspaceName ofOurs = WorkspaceName.random();
    WorkspaceMark ours = WorkspaceMark.ofThisProcess("its session was cut");
    WorkspaceMark another =
        new WorkspaceMark(
            ours.pid(), ours.host(), ours.started().minus(Duration.ofDays(1)), "killed yesterday");
    ExternalServers.execute(
        "create schema " + ofAnother.text(),
        "comment on schema " + ofAnother.text() + " is '" + another.comment() + "'",
        "create schema " + ofOurs.text(),
        "comment on schema " + ofOurs.text() + " is '" + ours.comment() + "'");
    try {
      assertThat(database.dropStaleWorkspaces()).isEqualTo(1);

      assertThat(schemas()).contains(ofOurs.text()).doesNotContain(ofAnother.text());
    } finally {
      ExternalServers.execute("drop schema " + ofOurs.text());
    }
  }

  @Test
  void oneSchemaThatStaysDoesNotKeepTheOthers() throws SQLException {
    Database other = Database.start(ExternalServers.same(), DurabilityProfile.MEMORY);
    Workspace depended = other.createWorkspace("depended on");
    Workspace second = other.createWorkspace("second");
    Workspace third = other.createWorkspace("third");
    ExternalServers.execute(
        "create view public.his_view as select title from " + depended.schema() + ".movies");
    try {
      assertThatThrownBy(other::close)
          .isInstanceOf(WorkspaceException.class)
          .hasMessageContaining("his_view")
          .hasMessageContaining(depended.schema())
          .hasMessageNotContaining(second.schema())
          .hasMessageNotContaining(third.schema());
      assertThat(schemas())
          .contains(depended.schema())
          .doesNotContain(second.schema(), third.schema());
    } finally {
      ExternalServers.execute("drop schema " + depended.schema() + " cascade");
    }
  }

  @Test
  void nothingIsCreatedOnceTheEndHasBegun() throws Exception {
    Database other = Database.start(ExternalServers.same(), DurabilityProfile.MEMORY);
    Set<String> created = ConcurrentHashMap.newKeySet();
    ExecutorService creators = Executors.newFixedThreadPool(3);
    try {
      Callable<Workspace> createForever =
          () -> {
            while (true) {
              created.add(other.createWorkspace("one of many").schema());
            }
          };
      List<Future<Workspace>> running = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        running.add(creators.submit(createForever));
      }
      Conditions.await("some are there", () -> created.size() > 3);

      other.close();

      for (Future<Workspace> creator : running) {
        assertThatThrownBy(creator::get).hasCauseInstanceOf(CancellationException.class);
      }
      assertThat(schemas()).doesNotContainAnyElementsOf(created);
      assertThatThrownBy(() -> other.joinWorkspace("screentest_000000000000"))
          .isInstanceOf(CancellationException.class);
    } finally {
      creators.shutdownNow();
    }
  }

  @Test
  void anInterruptEndsTheProcessThoughTheServerAnswersNoMore() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Map.of("fsync", "off"))) {
      Map<String, String> environment =
          Map.of(
              DatabaseSpec.VARIABLE,
              postgres.url(),
              "PGUSER",
              postgres.user(),
              "PGPASSWORD",
              postgres.password());
      try (ChildJvm child = ChildJvm.start(WorkspaceInChildJvm.class, environment, "busy")) {
        child.readLine();
        // Stopped, they could not even end, let alone answer.
        List<String> processes = processes(postgres);
        signal("STOP", processes);
        try {
          child.signal("INT", false);
          assertThat(child.awaitExit()).isEqualTo(128 + 2);
        } finally {
          signal("CONT", processes);
        }
      }
    }
  }

  /** The server and each of its sessions. */
  private static List<String> processes(EmbeddedPostgres postgres) throws Exception {
    Endpoint endpoint =
        new Endpoint(postgres.url(), new Credentials(postgres.user(), postgres.password()));
    String folder;
    try (Connection connection = new ConnectionSettings(endpoint).connect()) {
      folder = strings(connection, "show data_directory").get(0);
    }
    long server = Long.parseLong(Files.readAllLines(Path.of(folder, "postmaster.pid")).get(0));
    List<String> processes = new ArrayList<>(List.of(String.valueOf(server)));
    ProcessHandle.of(server)
        .orElseThrow()
        .children()
        .forEach(session -> processes.add(String.valueOf(session.pid())));
    return processes;
  }

  private static void signal(String signal, List<String> processes) throws Exception {
    List<String> command = new ArrayList<>(List.of("kill", "-s", signal));
    command.addAll(processes);
    new ProcessBuilder(command).start().waitFor();
  }

  @Test
  void anOwnerWhoseSessionWasEndedStaysTheOwner() throws SQLException {
    try (Workspace workspace = database.createWorkspace("survivor")) {
      int number = new WorkspaceName(workspace.schema()).lockNumber();
      String holders =
          " from pg_locks where locktype = 'advisory' and objid = "
              + Integer.toUnsignedString(number)
              + "::oid";
      ExternalServers.execute("select pg_terminate_backend(pid, 5000)" + holders);

      workspace.truncate();

      assertThat(strings(workspace, "select count(*)::text" + holders)).containsExactly("1");
    }
  }

  @Test
  void nothingOutsideThatDependsOnUsIsTakenAlong() throws SQLException {
    Workspace workspace = database.createWorkspace("depended on");
    ExternalServers.execute(
        "create view public.their_view as select title from " + workspace.schema() + ".movies");

    assertThatThrownBy(workspace::close)
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining("their_view");

    ExternalServers.execute("drop view public.their_view");
    assertThat(database.dropAllWorkspaces()).isEqualTo(1);
  }

  @Test
  void joiningTakesTheMarkNotJustTheName() throws SQLException {
    try (Workspace owner = database.createWorkspace("shared")) {
      try (Workspace guest = database.joinWorkspace(owner.schema())) {
        assertThat(strings(guest, "select current_schema()::text")).containsExactly(owner.schema());
      }
      assertThat(schemas()).contains(owner.schema());
    }
    assertThatThrownBy(() -> database.joinWorkspace("public"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> database.joinWorkspace("screentest_000000000000"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no workspace");
  }

  private static String mark(long pid, String host) {
    return "screentest workspace of process "
        + pid
        + " on "
        + host
        + " since 2026-01-01T00:00:00Z: none";
  }

  private static String neighbours() throws SQLException {
    try (Connection connection = ExternalServers.connect()) {
      return strings(
              connection,
              """
              select string_agg(t, ';') from (
                select movies.xmin || movies.ctid::text || movies::text from public.movies
                union all
                select actors.xmin || actors.ctid::text || actors::text from public.actors
                union all
                select relname || relfilenode || oid || relnamespace from pg_class
                where relnamespace = 'public'::regnamespace
                union all
                select last_value || ',' || is_called from public.movies_id_seq
              ) as neighbours (t)
              """)
          .toString();
    }
  }

  private static List<String> schemas() throws SQLException {
    try (Connection connection = ExternalServers.connect()) {
      return strings(connection, "select nspname::text from pg_namespace");
    }
  }

  private static List<String> strings(Workspace workspace, String sql) throws SQLException {
    try (Connection connection = workspace.connect()) {
      return strings(connection, sql);
    }
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }
}
