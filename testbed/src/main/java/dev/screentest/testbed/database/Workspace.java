package dev.screentest.testbed.database;

import dev.screentest.testbed.meter.MeteredSessions;
import dev.screentest.testbed.meter.ServerMeter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A schema of our own with the five tables in it. Thread-safe; {@link #close()} drops it. */
public final class Workspace implements AutoCloseable {
  private final WorkspaceName name;
  private final ConnectionSettings settings;
  private final WorkspaceRegister register;
  private final Optional<String> statementStatistics;
  private final Consumer<Workspace> onClose;
  private final List<PooledDatabase> pools = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  Workspace(
      WorkspaceName name,
      ConnectionSettings settings,
      WorkspaceRegister register,
      Optional<String> statementStatistics,
      Consumer<Workspace> onClose) {
    this.name = name;
    this.settings = settings;
    this.register = register;
    this.statementStatistics = statementStatistics;
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
    return openPool(options, PoolOpener.linkedBy(Workspace.class.getClassLoader()));
  }

  /**
   * Opens a pool of other versions of pool and driver.
   *
   * @throws DatabaseUnavailableException when the server refuses its first connection
   */
  public PooledDatabase openPool(PoolOptions options, PoolOpener opener) {
    PooledDatabase pool = PooledDatabase.open(settings, schema(), options, opener, pools::remove);
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

  /**
   * Opens a meter that asks the server what the connections of a metered pool did.
   *
   * @throws IllegalStateException when the pool was opened without a wire meter
   */
  public ServerMeter openServerMeter(PooledDatabase pool) throws SQLException {
    return openServerMeter(pool, sql -> {});
  }

  /**
   * Opens such a meter where the caller has one more session open in this database.
   *
   * @param another the session, which is at rest while the others work
   * @throws IllegalStateException when the pool was opened without a wire meter
   */
  public ServerMeter openServerMeter(PooledDatabase pool, MeteredSessions.Neighbour another)
      throws SQLException {
    MeteredSessions.Neighbour neighbours =
        sql -> {
          register.inOwnerSession(sql);
          another.run(sql);
        };
    return ServerMeter.open(pool.sessions(neighbours), connect(), statementStatistics);
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
    try {
      register.empty(name);
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
