package dev.screentest.testbed.database;

import dev.screentest.testbed.delay.NetworkDelay;
import dev.screentest.testbed.meter.ConnectionMeter;
import dev.screentest.testbed.meter.MeteredSessions;
import dev.screentest.testbed.meter.WireMeter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A pool of connections to one workspace, the same for every implementation. */
public final class PooledDatabase implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(2);

  /** Connections are opened one after the other, with a back-off when the server refuses one. */
  private static final Duration FILL_TIMEOUT = Duration.ofSeconds(30);

  private final ConnectionPool pool;
  private final Optional<WireMeter> meter;
  private final Optional<NetworkDelay> delay;
  private final PoolOptions options;
  private final Consumer<PooledDatabase> onClose;

  private PooledDatabase(
      ConnectionPool pool,
      Optional<WireMeter> meter,
      Optional<NetworkDelay> delay,
      PoolOptions options,
      Consumer<PooledDatabase> onClose) {
    this.pool = pool;
    this.meter = meter;
    this.delay = delay;
    this.options = options;
    this.onClose = onClose;
  }

  static PooledDatabase open(
      ConnectionSettings settings,
      String schema,
      PoolOptions options,
      PoolOpener opener,
      Consumer<PooledDatabase> onClose) {
    Optional<WireMeter> meter =
        options.metered() ? Optional.of(WireMeter.open()) : Optional.empty();
    Optional<NetworkDelay> delay =
        options.networkDelay().isZero()
            ? Optional.empty()
            : Optional.of(NetworkDelay.open(options.networkDelay(), options.size() > 1));
    Map<String, String> socket = new HashMap<>();
    meter.ifPresent(present -> socket.putAll(present.driverProperties()));
    delay.ifPresent(present -> socket.putAll(present.driverProperties()));
    try {
      ConnectionPool pool = settings.openPool(opener, schema, options, socket);
      return new PooledDatabase(pool, meter, delay, options, onClose);
    } catch (SQLException e) {
      meter.ifPresent(WireMeter::close);
      delay.ifPresent(NetworkDelay::close);
      throw settings.explain(e, options);
    } catch (RuntimeException e) {
      meter.ifPresent(WireMeter::close);
      delay.ifPresent(NetworkDelay::close);
      throw e;
    }
  }

  /**
   * Opens a pool on a workspace of another process, without a look at the server or its schemas
   * beforehand: for a JVM whose start is timed.
   *
   * @throws DatabaseUnavailableException when the server refuses it
   */
  public static PooledDatabase join(
      DatabaseSpec.External server, String schema, PoolOptions options, PoolOpener opener) {
    ConnectionSettings settings =
        new ConnectionSettings(new Endpoint(server.url(), server.credentials()));
    return open(settings, schema, options, opener, pool -> {});
  }

  /** The pool itself. */
  public DataSource dataSource() {
    return pool.dataSource();
  }

  /** What the pool was built with. */
  public PoolOptions options() {
    return options;
  }

  /** What the library says that it was built with. */
  public PoolSettings poolSettings() {
    return pool.settings();
  }

  /** The pool at this moment. */
  public PoolState poolState() {
    return pool.state();
  }

  /**
   * The meter on every connection of this pool.
   *
   * @throws IllegalStateException when the pool was opened without one
   */
  public WireMeter wire() {
    return meter.orElseThrow(
        () ->
            new IllegalStateException(
                "This pool has no wire meter: open it with PoolOptions.withMetered(true)."));
  }

  /** What makes the way to the server longer; empty where nothing does. */
  public Optional<NetworkDelay> delay() {
    return delay;
  }

  /** A new meter of waiting and holding, on whoever uses its data source in place of the pool's. */
  public ConnectionMeter timeConnections() {
    return ConnectionMeter.on(dataSource());
  }

  /** The connections of this pool, for a server meter. */
  MeteredSessions sessions(MeteredSessions.Neighbour neighbour) {
    return new MeteredSessions(
        dataSource(), () -> options.size() - poolState().active(), wire(), neighbour);
  }

  /**
   * Waits until all connections that are to be kept are open, which happens in the background.
   *
   * @throws DatabaseUnavailableException when the server does not give them in 30 seconds
   */
  public void awaitFull() {
    long deadline = System.nanoTime() + FILL_TIMEOUT.toNanos();
    while (poolState().total() < options.minimumIdle()) {
      if (System.nanoTime() > deadline) {
        throw new DatabaseUnavailableException(
            "The server gave only "
                + poolState().total()
                + " of "
                + options.minimumIdle()
                + " connections.",
            "Raise its max_connections or lower the size of the pool.");
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** Closes every connection. */
  @Override
  public void close() {
    pool.close();
    meter.ifPresent(WireMeter::close);
    delay.ifPresent(NetworkDelay::close);
    onClose.accept(this);
  }
}
