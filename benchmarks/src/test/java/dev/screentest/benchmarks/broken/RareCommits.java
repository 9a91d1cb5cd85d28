package dev.screentest.benchmarks.broken;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A connection that is never given back and puts off nine of ten commits. */
final class RareCommits implements InvocationHandler {

  private static final int EACH = 10;

  private final DataSource dataSource;
  private @Nullable Connection connection;
  private int commits;

  private RareCommits(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  static DataSource on(DataSource dataSource) {
    RareCommits commits = new RareCommits(dataSource);
    return (DataSource)
        Proxy.newProxyInstance(
            RareCommits.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) ->
                method.getName().equals("getConnection")
                    ? commits.connection()
                    : method.invoke(dataSource, arguments));
  }

  private Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            RareCommits.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    Connection open = open();
    switch (method.getName()) {
      case "commit" -> {
        commits++;
        if (commits % EACH == 0) {
          open.commit();
        }
        return null;
      }
      // Switching autocommit on would commit.
      case "setAutoCommit", "setReadOnly" -> {
        return null;
      }
      case "close" -> {
        if (commits % EACH == 0) {
          connection = null;
          open.setAutoCommit(true);
          open.close();
        }
        return null;
      }
      default -> {
        try {
          return method.invoke(open, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause();
        }
      }
    }
  }

  private Connection open() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = dataSource.getConnection();
      open.setAutoCommit(false);
      connection = open;
    }
    return open;
  }
}
