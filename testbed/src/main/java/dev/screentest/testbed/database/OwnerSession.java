package dev.screentest.testbed.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
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
  private final Set<WorkspaceName> owned = new LinkedHashSet<>();
  private @Nullable Connection connection;

  OwnerSession(ConnectionSettings settings) {
    this.settings = settings;
  }

  /** Something to do in the session, as often as it takes. */
  @FunctionalInterface
  interface Chore {
    void run(Connection connection) throws SQLException;
  }

  synchronized void own(WorkspaceName name) throws SQLException {
    run(session -> advisory(session, "select pg_advisory_lock(?, ?)", name));
    owned.add(name);
  }

  synchronized void disown(WorkspaceName name) throws SQLException {
    if (owned.remove(name)) {
      run(session -> advisory(session, "select pg_advisory_unlock(?, ?)", name));
    }
  }

  /** Runs a chore, and runs it again in a new session when the old one proves dead. */
  synchronized void run(Chore chore) throws SQLException {
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
  }

  private Connection session() throws SQLException {
    Connection session = connection;
    if (session == null || session.isClosed()) {
      session = settings.connect();
      connection = session;
      for (WorkspaceName name : owned) {
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

  @Override
  public synchronized void close() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }
}
