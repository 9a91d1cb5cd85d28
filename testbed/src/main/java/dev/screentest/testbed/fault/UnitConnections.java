package dev.screentest.testbed.fault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Knows which connection the unit of work has that runs in a thread: the last one that its thread
 * borrowed. Thread-safe.
 */
final class UnitConnections {
  private final DataSource pool;
  private final Map<Thread, Connection> borrowed = new ConcurrentHashMap<>();

  UnitConnections(DataSource pool) {
    this.pool = pool;
  }

  /** The pool, as it is to be used to be known. */
  DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            UnitConnections.class.getClassLoader(), new Class<?>[] {DataSource.class}, this::call);
  }

  private @Nullable Object call(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("equals") && arguments != null) {
      return proxy == arguments[0];
    }
    try {
      Object result = method.invoke(pool, arguments);
      if (result instanceof Connection connection) {
        borrowed.put(Thread.currentThread(), connection);
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /**
   * The server's process behind the unit of work that runs in this thread; asked of the server,
   * since drivers and pools of several versions may be loaded.
   */
  long backendOfThisThread() throws SQLException {
    Connection connection = borrowed.get(Thread.currentThread());
    if (connection == null) {
      throw new IllegalStateException("No connection was borrowed in this thread.");
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getLong(1);
    }
  }
}
