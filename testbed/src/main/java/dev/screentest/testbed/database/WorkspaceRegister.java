package dev.screentest.testbed.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Creates and drops schemas of ours, and tells them from those of others and of the dead.
 *
 * <p>A schema is ours when it has both our form of name and our comment. Its owner lives as long as
 * it holds the schema's advisory lock on a connection kept for that. A lock that nobody holds means
 * that the owner is dead, unless that very process, by number and start, runs on this machine: then
 * its connection was cut, and comes again with its next chore. Thread-safe.
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
              + statement.enquoteLiteral(WorkspaceMark.ofThisProcess(purpose).comment()));
      statement.execute(schemaScript());
      connection.commit();
    } catch (SQLException e) {
      undo(name, e);
      throw e;
    }
    return name;
  }

  /** It may be there in spite of the failure, when that came with the answer to the commit. */
  private void undo(WorkspaceName name, SQLException failure) {
    try {
      drop(name);
    } catch (SQLException e) {
      // It stays owned, and the end tries again.
      failure.addSuppressed(e);
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

  /** Drops a schema; what cannot be dropped now stays ours. */
  void drop(WorkspaceName name) throws SQLException {
    try (Connection connection = settings.connect()) {
      drop(connection, name);
    }
    owner.disown(name);
  }

  /**
   * Drops in the end all that we own, with little patience for a server that does not answer.
   *
   * @throws SQLException when something stays; the others are gone all the same
   */
  void dropOwned() throws SQLException {
    List<WorkspaceName> names = owner.owned();
    if (!names.isEmpty()) {
      try (Connection connection = settings.connectImpatiently()) {
        dropEach(connection, names, owner::forget);
      }
    }
  }

  /** The schemas that we own and have not dropped yet. */
  List<WorkspaceName> owned() {
    return owner.owned();
  }

  /** Drops what has our mark and, unless told otherwise, no living owner. */
  int dropAll(boolean evenOfTheLiving) throws SQLException {
    try (Connection connection = settings.connect()) {
      List<WorkspaceName> names = new ArrayList<>();
      for (Marked found : marked(connection)) {
        if (evenOfTheLiving || !isAlive(connection, found)) {
          names.add(found.name());
        }
      }
      dropEach(connection, names, name -> {});
      return names.size();
    }
  }

  /** One that cannot go must not keep the others. */
  private static void dropEach(
      Connection connection, List<WorkspaceName> names, Consumer<WorkspaceName> onDropped)
      throws SQLException {
    @Nullable SQLException failure = null;
    for (WorkspaceName name : names) {
      try {
        drop(connection, name);
        onDropped.accept(name);
      } catch (SQLException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
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

  /**
   * Whether somebody holds the lock, or could have lost the session with it without knowing yet.
   */
  private static boolean isAlive(Connection connection, Marked workspace) throws SQLException {
    if (workspace.mark().isOfLivingProcess()) {
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

  /** Lets the owner's session do something. */
  void inOwnerSession(String sql) throws SQLException {
    owner.run(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
          }
        });
  }

  @Override
  public void close() throws SQLException {
    owner.close();
  }
}
