package dev.screentest.testbed.meter;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Times how long borrowers of connections wait for one, and how long they hold it. Thread-safe.
 *
 * <p>It stands between a pool and whoever is given {@link #dataSource()} in its place; the pool
 * itself counts in milliseconds, which are many reads. For checking, never when time is measured.
 * Only {@link Connection#close} on what was borrowed ends a hold.
 */
public final class ConnectionMeter {
  private final DataSource pool;
  private final DataSource timed;
  private ConnectionTimes times = new ConnectionTimes(0, 0, Duration.ZERO, 0, Duration.ZERO);

  private ConnectionMeter(DataSource pool) {
    this.pool = pool;
    this.timed = proxy(DataSource.class, this::onDataSource);
  }

  /** A meter on what is borrowed from a pool through it. */
  public static ConnectionMeter on(DataSource pool) {
    return new ConnectionMeter(pool);
  }

  /** The pool, as it is to be used to be timed. */
  public DataSource dataSource() {
    return timed;
  }

  /** Everything so far. */
  public synchronized ConnectionTimes times() {
    return times;
  }

  /** What a piece of work waits and holds, on all threads together. */
  public <E extends Exception> ConnectionTimes measure(WireWork<E> work) throws E {
    ConnectionTimes before = times();
    work.run();
    return times().minus(before);
  }

  private synchronized void add(ConnectionTimes more) {
    times =
        new ConnectionTimes(
            times.borrows() + more.borrows(),
            times.refusals() + more.refusals(),
            times.waited().plus(more.waited()),
            times.returns() + more.returns(),
            times.held().plus(more.held()));
  }

  private static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  private @Nullable Object onDataSource(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (!method.getName().equals("getConnection")) {
      return call(pool, proxy, method, arguments);
    }
    long asked = System.nanoTime();
    boolean refused = true;
    try {
      Object lent = call(pool, proxy, method, arguments);
      refused = false;
      return lent instanceof Connection connection
          ? proxy(Connection.class, new Hold(connection, System.nanoTime()))
          : lent;
    } finally {
      add(new ConnectionTimes(refused ? 0 : 1, refused ? 1 : 0, since(asked), 0, Duration.ZERO));
    }
  }

  /** A connection in somebody's hands. */
  private final class Hold implements InvocationHandler {
    private final Connection connection;
    private final long startNanos;
    private final AtomicBoolean over = new AtomicBoolean();

    Hold(Connection connection, long startNanos) {
      this.connection = connection;
      this.startNanos = startNanos;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      try {
        return call(connection, proxy, method, arguments);
      } finally {
        if (method.getName().equals("close") && over.compareAndSet(false, true)) {
          add(new ConnectionTimes(0, 0, Duration.ZERO, 1, since(startNanos)));
        }
      }
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            ConnectionMeter.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(
      Object target, Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
    if (method.getName().equals("equals") && arguments != null) {
      return proxy == arguments[0];
    }
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
