package dev.screentest.testbed.database;

import dev.screentest.testbed.meter.CheckpointMeter;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/**
 * A running PostgreSQL, started or found. Thread-safe.
 *
 * <p>When the JVM ends without {@link #close()}, as with Ctrl-C, workspaces are dropped and the
 * server is stopped all the same.
 */
public final class Database implements AutoCloseable {
  /** How long the end waits for schemas that are being created or dropped. */
  private static final int PENDING_SECONDS = 10;

  private final RunningServer server;
  private final ServerInfo info;
  private final ConnectionSettings settings;
  private final WorkspaceRegister register;
  private final Set<Workspace> workspaces = ConcurrentHashMap.newKeySet();

  /** Whoever creates or drops a schema reads; the end writes, and so waits for them. */
  private final ReentrantReadWriteLock pending = new ReentrantReadWriteLock();

  private final AtomicBoolean closing = new AtomicBoolean();
  private final Thread atExit = new Thread(this::closeAtExit, "screentest-database-close");

  private Database(RunningServer server, ServerInfo info, ConnectionSettings settings) {
    this.server = server;
    this.info = info;
    this.settings = settings;
    this.register = new WorkspaceRegister(settings);
  }

  /**
   * Starts or finds a server, and makes sure that it will do.
   *
   * @param profile what a server that we start does for durability; no matter to a foreign one
   * @throws DatabaseUnavailableException with a line of cause and a line of remedy
   */
  public static Database start(DatabaseSpec spec, DurabilityProfile profile) {
    RunningServer server = startServer(spec, profile);
    try {
      ConnectionSettings plain = new ConnectionSettings(server.endpoint());
      ServerInfo info = examine(server, plain);
      ConnectionSettings settings =
          info.canWakeStatistics()
              ? new ConnectionSettings(server.endpoint(), ServerSettings.METERED_SESSION)
              : plain;
      Database database = new Database(server, info, settings);
      Runtime.getRuntime().addShutdownHook(database.atExit);
      return database;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static RunningServer startServer(DatabaseSpec spec, DurabilityProfile profile) {
    if (spec instanceof DatabaseSpec.Testcontainers testcontainers) {
      return ContainerServer.start(testcontainers.image(), profile);
    }
    if (spec instanceof DatabaseSpec.External external) {
      return new ForeignServer(new Endpoint(external.url(), external.credentials()));
    }
    return EmbeddedServer.start(profile);
  }

  private static ServerInfo examine(RunningServer server, ConnectionSettings settings) {
    try (Connection connection = settings.connect()) {
      if (server.isOurs()) {
        installStatistics(connection);
      } else {
        ServerProbe.requireUsable(connection, server.endpoint());
      }
      return ServerProbe.describe(connection, server);
    } catch (SQLException e) {
      throw settings.explain(e);
    }
  }

  private static void installStatistics(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
    }
  }

  /** Which PostgreSQL this is. */
  public ServerInfo server() {
    return info;
  }

  /**
   * Where the server listens, for a proxy before it.
   *
   * @throws DatabaseUnavailableException when its address names several hosts
   */
  public InetSocketAddress address() {
    return server.endpoint().oneHost();
  }

  /**
   * Whether {@link #halt()}, {@link #resume()} and {@link #restart()} work here: on embedded
   * servers only. Others are not ours to stop, or, in Docker, would come back at another port.
   */
  public boolean canRestart() {
    return server.canRestart();
  }

  /**
   * Stops the server and starts it again, at the same address and with the same data. Every session
   * ends; pools replace theirs by themselves.
   *
   * @throws CancellationException when the database is closed or about to be
   * @throws UnsupportedOperationException where {@link #canRestart()} is false
   * @throws DatabaseUnavailableException when it does not come back
   */
  public void restart() {
    halt();
    resume();
  }

  /**
   * Stops the server as an administrator does: sessions end, what they have committed stays, and
   * nobody answers until {@link #resume()}. Harmless where it is halted.
   *
   * @throws CancellationException when the database is closed or about to be
   * @throws UnsupportedOperationException where {@link #canRestart()} is false
   */
  public void halt() {
    requireOpen();
    server.halt();
  }

  /**
   * Starts the server that was halted. Harmless where it runs.
   *
   * @throws CancellationException when the database is closed or about to be
   * @throws UnsupportedOperationException where {@link #canRestart()} is false
   * @throws DatabaseUnavailableException when it does not come back
   */
  public void resume() {
    requireOpen();
    server.resume();
  }

  /**
   * Opens a meter of the server's checkpoints, with a connection of its own; the caller closes it.
   *
   * @throws SQLException when the server gives no connection
   */
  public CheckpointMeter openCheckpointMeter() throws SQLException {
    return CheckpointMeter.on(settings::connect, info.versionNumber());
  }

  /**
   * Creates a schema of our own with the tables in it.
   *
   * @param purpose for whoever finds the schema: part of its comment
   * @throws CancellationException when the database is closed or about to be
   */
  public Workspace createWorkspace(String purpose) {
    pending.readLock().lock();
    try {
      requireOpen();
      Workspace workspace = workspace(register.create(purpose), this::drop);
      workspaces.add(workspace);
      return workspace;
    } catch (SQLException e) {
      throw new WorkspaceException("No schema could be created at " + info.address(), e);
    } finally {
      pending.readLock().unlock();
    }
  }

  private Workspace workspace(WorkspaceName name, Consumer<Workspace> onClose) {
    return new Workspace(name, settings, register, info.statementStatistics(), onClose);
  }

  private void requireOpen() {
    if (closing.get()) {
      throw new CancellationException("The database at " + info.address() + " is closed.");
    }
  }

  /**
   * Goes to a schema of ours that another process has created and will drop.
   *
   * @throws IllegalArgumentException when there is none of that name with our mark
   * @throws CancellationException when the database is closed or about to be
   */
  public Workspace joinWorkspace(String schema) {
    WorkspaceName name = new WorkspaceName(schema);
    pending.readLock().lock();
    try {
      requireOpen();
      if (!register.isMarked(name)) {
        throw new IllegalArgumentException("There is no workspace " + schema + ".");
      }
      Workspace workspace = workspace(name, workspaces::remove);
      workspaces.add(workspace);
      return workspace;
    } catch (SQLException e) {
      throw new WorkspaceException("The schema " + schema + " could not be looked up", e);
    } finally {
      pending.readLock().unlock();
    }
  }

  private void drop(Workspace workspace) {
    workspaces.remove(workspace);
    pending.readLock().lock();
    try {
      if (!closing.get()) {
        register.drop(workspace.name());
      }
    } catch (SQLException e) {
      throw new WorkspaceException("The schema " + workspace.schema() + " could not be dropped", e);
    } finally {
      pending.readLock().unlock();
    }
  }

  /**
   * Drops schemas of ours that a killed process left here: those with our form of name, our mark,
   * and no living owner.
   *
   * @return how many
   */
  public int dropStaleWorkspaces() {
    return dropWorkspaces(false);
  }

  /** Drops every schema of ours, even under a process that works in it. */
  public int dropAllWorkspaces() {
    return dropWorkspaces(true);
  }

  private int dropWorkspaces(boolean evenOfTheLiving) {
    try {
      return register.dropAll(evenOfTheLiving);
    } catch (SQLException e) {
      throw new WorkspaceException("Schemas left behind could not be dropped", e);
    }
  }

  /**
   * The environment that brings a child process to this server: the address and the credentials,
   * which must not be in its arguments.
   */
  public Map<String, String> childEnvironment() {
    Endpoint endpoint = server.endpoint();
    Map<String, String> environment = new TreeMap<>();
    environment.put(DatabaseSpec.VARIABLE, endpoint.url());
    endpoint.credentials().user().ifPresent(user -> environment.put("PGUSER", user));
    endpoint
        .credentials()
        .password()
        .ifPresent(password -> environment.put("PGPASSWORD", password));
    return environment;
  }

  /** Drops what is left of our workspaces and stops the server if it is ours. */
  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      forgetExit();
      end();
    }
  }

  private void closeAtExit() {
    if (closing.compareAndSet(false, true)) {
      try {
        end();
      } catch (RuntimeException e) {
        // Nobody is left to catch it, and a stack trace would say no more.
        System.err.println(e.getMessage());
      }
    }
  }

  private void end() {
    awaitPending();
    try (server;
        register) {
      workspaces.forEach(Workspace::abandon);
      if (!server.isOurs()) {
        register.dropOwned();
      }
    } catch (SQLException e) {
      throw new WorkspaceException(
          "Schemas of ours may be left at "
              + info.address()
              + ", for screentest clean to drop: "
              + register.owned().stream().map(WorkspaceName::text).toList(),
          e);
    }
  }

  /** A server that does not answer is not waited for. */
  private void awaitPending() {
    try {
      if (pending.writeLock().tryLock(PENDING_SECONDS, TimeUnit.SECONDS)) {
        pending.writeLock().unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM ends already, and the hook finds nothing left to do.
    }
  }
}
