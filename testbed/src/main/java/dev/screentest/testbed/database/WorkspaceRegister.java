package dev.screentest.testbed.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Creates and drops schemas of ours, and tells them from those of others and of the dead.
 *
 * <p>A schema is ours when it has both our form of name and our comment. Its owner lives as long as
 * it holds the schema's advisory lock on a connection kept for that; where a server knows no such
 * locks, or the connection was cut, as long as its process runs on this machine. Thread-safe.
 */
final class WorkspaceRegister implements AutoCloseable {
  private static final String SCHEMA_SCRIPT = "dev/screentest/domain/schema.sql";

  /** A script from the catalogue, since those who test add tables of their own. */
  private static final String EMPTY =
      """
      with ours as (select to_regnamespace(?)::oid as id)
      select concat_ws(
        ';',
        (select 'truncate ' || string_agg(oid::regclass::text, ', ')
         from pg_class join ours on relnamespace = ours.id where relkind = 'r'),
        (select string_agg(
           format('select setval(%L, %s, false)', seqrelid::regclass, seqstart), ';')
         from pg_sequence join pg_class c on c.oid = seqrelid join ours on relnamespace = ours.id))
      """;

  private final ConnectionSettings settings;
  private final OwnerSession owner;

  WorkspaceRegister(ConnectionSettings settings) {
    this.settings = settings;
    this.owner = new OwnerSession(settings);
  }

  /** Creates a schema with the tables in it: all of it, marked, or nothing. */
  WorkspaceName create(String purpose) throws SQLException {
    WorkspaceName name = WorkspaceName.random();
    owner.own(name);
    try (Connection connection = settings.connect(name.text());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("create schema " + name.text());
      statement.execute(
          "comment on schema "
              + name.text()
              + " is "
              + statement.enquoteLiteral(currentMark(purpose).comment()));
      statement.execute(schemaScript());
      connection.commit();
    } catch (SQLException e) {
      owner.disown(name);
      throw e;
    }
    return name;
  }

  private static WorkspaceMark currentMark(String purpose) {
    return new WorkspaceMark(
        ProcessHandle.current().pid(),
        hostName(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        purpose);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // A machine may have no name; its workspaces are then told apart by their locks alone.
      return "unknown";
    }
  }

  private static String schemaScript() {
    try (InputStream in =
        WorkspaceRegister.class.getClassLoader().getResourceAsStream(SCHEMA_SCRIPT)) {
      if (in == null) {
        throw new IllegalStateException(SCHEMA_SCRIPT + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(SCHEMA_SCRIPT + " cannot be read", e);
    }
  }

  /** Whether a schema of that name exists and has our mark. */
  boolean isMarked(WorkspaceName name) throws SQLException {
    try (Connection connection = settings.connect()) {
      return marked(connection).stream().anyMatch(found -> found.name().equals(name));
    }
  }

  void drop(WorkspaceName name) throws SQLException {
    try (Connection connection = settings.connect()) {
      drop(connection, name);
    } finally {
      owner.disown(name);
    }
  }

  /** Drops what has our mark and, unless told otherwise, no living owner. */
  int dropAll(boolean evenOfTheLiving) throws SQLException {
    int dropped = 0;
    List<SQLException> failures = new ArrayList<>();
    try (Connection connection = settings.connect()) {
      for (Marked found : marked(connection)) {
        if (evenOfTheLiving || !isAlive(connection, found)) {
          try {
            drop(connection, found.name());
            dropped++;
          } catch (SQLException e) {
            // One that cannot go must not keep the others.
            failures.add(e);
          }
        }
      }
    }
    if (!failures.isEmpty()) {
      SQLException first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
    return dropped;
  }

  /** A schema of ours and what its comment says. */
  private record Marked(WorkspaceName name, WorkspaceMark mark) {}

  private static List<Marked> marked(Connection connection) throws SQLException {
    List<Marked> found = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select nspname, obj_description(oid, 'pg_namespace') from pg_namespace"
                + " where nspname ~ ? and obj_description(oid, 'pg_namespace') is not null"
                + " and pg_has_role(nspowner, 'USAGE') order by nspname")) {
      statement.setString(1, WorkspaceName.PATTERN);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          WorkspaceName name = new WorkspaceName(rows.getString(1));
          WorkspaceMark.read(rows.getString(2))
              .ifPresent(mark -> found.add(new Marked(name, mark)));
        }
      }
    }
    return found;
  }

  private static boolean isAlive(Connection connection, Marked workspace) throws SQLException {
    Optional<ProcessHandle> process =
        workspace.mark().host().equals(hostName())
            ? ProcessHandle.of(workspace.mark().pid())
            : Optional.empty();
    if (process.map(ProcessHandle::isAlive).orElse(false)) {
      return true;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select pg_try_advisory_lock(?, ?), pg_advisory_unlock(?, ?)")) {
      for (int i = 1; i <= 4; i += 2) {
        statement.setInt(i, WorkspaceName.LOCK_CLASS);
        statement.setInt(i + 1, workspace.name().lockNumber());
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return !row.getBoolean(1);
      }
    }
  }

  /**
   * Drops a schema with all that is in it, but nothing outside: where somebody made a view or a
   * foreign key on our tables, CASCADE would take that along.
   */
  private static void drop(Connection connection, WorkspaceName name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select distinct coalesce(v.oid::regclass::text, c.conname::text)
            from pg_class t
            join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = t.oid
            left join pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
            left join pg_class v on v.oid = r.ev_class
            left join pg_constraint c
              on d.classid = 'pg_constraint'::regclass and c.oid = d.objid
            where t.relnamespace = to_regnamespace(?)
              and coalesce(v.relnamespace, c.connamespace) <> t.relnamespace
            """)) {
      statement.setString(1, name.text());
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          throw new SQLException(
              "Schema "
                  + name.text()
                  + " stays: "
                  + row.getString(1)
                  + " outside of it depends on it. Drop that first.");
        }
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists " + name.text() + " cascade");
    }
  }

  /** Empties the tables of a schema and restarts its sequences. */
  void empty(WorkspaceName name) throws SQLException {
    owner.run(
        connection -> {
          try (PreparedStatement tables = connection.prepareStatement(EMPTY);
              Statement statement = connection.createStatement()) {
            tables.setString(1, name.text());
            try (ResultSet row = tables.executeQuery()) {
              row.next();
              // One message, hence one transaction.
              statement.execute(row.getString(1));
            }
          }
        });
  }

  @Override
  public void close() throws SQLException {
    owner.close();
  }
}
