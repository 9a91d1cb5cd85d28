package dev.screentest.contract;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A data source in front of another: it counts connections, sees which statements are still open
 * when a connection is given back, and lets a test step in before a commit. Thread-safe.
 */
final class DataSourceTap implements DataSource {

  private final DataSource source;
  private final Runnable beforeCommit;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger statements = new AtomicInteger();
  private final List<String> leaks = Collections.synchronizedList(new ArrayList<>());

  DataSourceTap(DataSource source) {
    this(source, () -> {});
  }

  DataSourceTap(DataSource source, Runnable beforeCommit) {
    this.source = source;
    this.beforeCommit = beforeCommit;
  }

  /** Returns how many connections were asked for. */
  int connections() {
    return connections.get();
  }

  /** Returns how many statements were made. */
  int statements() {
    return statements.get();
  }

  /** Returns the statements that were open when their connection was given back. */
  List<String> leaks() {
    return List.copyOf(leaks);
  }

  @Override
  public Connection getConnection() throws SQLException {
    connections.incrementAndGet();
    return (Connection) proxy(Connection.class, new TappedConnection(source.getConnection()));
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("stores ask for connections without credentials");
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(
        DataSourceTap.class.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private final class TappedConnection implements InvocationHandler {

    private final Connection connection;
    private final Set<Statement> open = Collections.newSetFromMap(new IdentityHashMap<>());

    TappedConnection(Connection connection) {
      this.connection = connection;
    }

    @Override
    @SuppressWarnings("NullAway") // methods without a result return null, as Proxy demands
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("commit")) {
        beforeCommit.run();
      }
      if (method.getName().equals("close")) {
        for (Statement statement : open) {
          // The driver closes some by itself, with their result: Statement.closeOnCompletion().
          if (!statement.isClosed()) {
            leaks.add(statement.toString());
          }
        }
        open.clear();
      }
      Object result = call(connection, method, arguments);
      if (result instanceof Statement statement) {
        statements.incrementAndGet();
        open.add(statement);
        return proxy(
            method.getReturnType(),
            (self, called, values) -> {
              if (called.getName().equals("close")) {
                open.remove(statement);
              }
              return call(statement, called, values);
            });
      }
      return result;
    }
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter writer) throws SQLException {
    source.setLogWriter(writer);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return source.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
