package dev.screentest.testbed.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The session that shows a server that the owner of some workspaces lives: it holds an advisory
 * lock for each of them.
 *
 * <p>It also does the chores that want a session with warm caches. Tests end sessions and restart
 * servers: a session that was lost is replaced, with its locks. Thread-safe.
 */
final class OwnerSession implements AutoCloseable {
  private static final int VALIDATION_SECONDS = 5;

  private final ConnectionSettings settings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<WorkspaceName> owned = new LinkedHashSet<>();
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  OwnerSession(ConnectionSettings settings) {
    this.settings = settings;
  }

  /** Something to do in the session, as often as it takes. */
  @FunctionalInterface
  interface Chore {
    void run(Connection connection) throws SQLException;
  }

  void own(WorkspaceName name) throws SQLException {
    run(session -> advisory(session, "select pg_advisory_lock(?, ?)", name));
    synchronized (owned) {
      owned.add(name);
    }
  }

  /** Forgets a schema that is gone; the lock goes with the session. */
  boolean forget(WorkspaceName name) {
    synchronized (owned) {
      return owned.remove(name);
    }
  }

  void disown(WorkspaceName name) throws SQLException {
    if (forget(name)) {
      run(session -> advisory(session, "select pg_advisory_unlock(?, ?)", name));
    }
  }

  /** What is to be dropped in the end, oldest first. */
  List<WorkspaceName> owned() {
    synchronized (owned) {
      return List.copyOf(owned);
    }
  }

  /** Runs a chore, and runs it again in a new session when the old one proves dead. */
  void run(Chore chore) throws SQLException {
    lock.lock();
    try {
      Connection session = session();
      try {
        chore.run(session);
      } catch (SQLException e) {
        if (session.isValid(VALIDATION_SECONDS)) {
          throw e;
        }
        session.close();
        chore.run(session());
      }
    } finally {
      lock.unlock();
    }
  }

  private Connection session() throws SQLException {
    if (closed) {
      throw new SQLException("The database was closed meanwhile.");
    }
    Connection session = connection;
    if (session == null || session.isClosed()) {
      session = settings.connectImpatiently();
      connection = session;
      for (WorkspaceName name : owned()) {
        advisory(session, "select pg_advisory_lock(?, ?)", name);
      }
    }
    return session;
  }

  private static void advisory(Connection session, String sql, WorkspaceName name)
      throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(sql)) {
      statement.setInt(1, WorkspaceName.LOCK_CLASS);
      statement.setInt(2, name.lockNumber());
      statement.execute();
    }
  }

  /** Ends the session at once: whoever waits in it for a server that is gone waits no longer. */
  @Override
  public void close() throws SQLException {
    closed = true;
    Connection session = connection;
    if (session == null) {
      return;
    }
    if (lock.tryLock()) {
      try {
        session.close();
      } finally {
        lock.unlock();
      }
    } else {
      session.abort(Runnable::run);
    }
  }
}
