package dev.screentest.testbed.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A schema of our own with the five tables in it. Thread-safe; {@link #close()} drops it. */
public final class Workspace implements AutoCloseable {
  private final WorkspaceName name;
  private final ConnectionSettings settings;
  private final Consumer<Workspace> onClose;
  private final List<PooledDatabase> pools = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  Workspace(WorkspaceName name, ConnectionSettings settings, Consumer<Workspace> onClose) {
    this.name = name;
    this.settings = settings;
    this.onClose = onClose;
  }

  /** The schema's name, which needs no quotes. */
  public String schema() {
    return name.text();
  }

  WorkspaceName name() {
    return name;
  }

  /**
   * Opens a pool of connections to this schema; the first one is open when it returns.
   *
   * @throws DatabaseUnavailableException when the server refuses it
   */
  public PooledDatabase openPool(PoolOptions options) {
    PooledDatabase pool = PooledDatabase.open(settings, schema(), options, pools::remove);
    pools.add(pool);
    return pool;
  }

  /**
   * Opens one connection to this schema, in no pool and under no meter: for loaders and witnesses.
   * Its statements may take ten minutes.
   */
  public Connection connect() throws SQLException {
    return settings.connect(schema());
  }

  /** The driver's properties for a pool's connections, but for credentials: for reports. */
  public SortedMap<String, String> connectionProperties(PoolOptions options) {
    return settings.describe(schema(), options);
  }

  /**
   * Empties all tables and restarts the sequences.
   *
   * <p>Ids that a store has taken before come again from the sequence: open the store anew, or let
   * it not insert.
   */
  public void truncate() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      String script;
      try (ResultSet row =
          statement.executeQuery(
              """
              select (select 'truncate ' || string_agg(oid::regclass::text, ', ')
                      from pg_class
                      where relnamespace = current_schema()::regnamespace and relkind = 'r'),
                     (select string_agg(
                        format('select setval(%L, %s, false)', seqrelid::regclass, seqstart), ';')
                      from pg_sequence join pg_class on oid = seqrelid
                      where relnamespace = current_schema()::regnamespace)
              """)) {
        row.next();
        script = row.getString(1) + ";" + row.getString(2);
      }
      statement.execute(script);
      connection.commit();
    } catch (SQLException e) {
      throw new WorkspaceException("The schema " + schema() + " could not be emptied", e);
    }
  }

  /** Closes what was opened here and drops the schema with everything in it. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      closePools();
      onClose.accept(this);
    }
  }

  /** The server is about to end: nothing needs to be dropped in it. */
  void abandon() {
    closed.set(true);
    closePools();
  }

  private void closePools() {
    pools.forEach(PooledDatabase::close);
  }
}
