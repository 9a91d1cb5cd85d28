package dev.screentest.testbed.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool;
import dev.screentest.testbed.meter.ConnectionMeter;
import dev.screentest.testbed.meter.MeteredSessions;
import dev.screentest.testbed.meter.WireMeter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A pool of connections to one workspace: HikariCP, the same for every implementation. */
public final class PooledDatabase implements AutoCloseable {
  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final Duration POLL = Duration.ofMillis(2);

  /** Connections are opened one after the other, with a back-off when the server refuses one. */
  private static final Duration FILL_TIMEOUT = Duration.ofSeconds(30);

  /** HikariCP reads it when a pool is built, and offers no other way to ask for it. */
  private static final String ALIVE_BYPASS = "com.zaxxer.hikari.aliveBypassWindowMs";

  private final HikariDataSource pool;
  private final Optional<WireMeter> meter;
  private final PoolOptions options;
  private final Consumer<PooledDatabase> onClose;

  private PooledDatabase(
      HikariDataSource pool,
      Optional<WireMeter> meter,
      PoolOptions options,
      Consumer<PooledDatabase> onClose) {
    this.pool = pool;
    this.meter = meter;
    this.options = options;
    this.onClose = onClose;
  }

  static PooledDatabase open(
      ConnectionSettings settings,
      String schema,
      PoolOptions options,
      Consumer<PooledDatabase> onClose) {
    Optional<WireMeter> meter =
        options.metered() ? Optional.of(WireMeter.open()) : Optional.empty();
    try {
      HikariConfig config = configuration(options, settings.dataSource(schema, options, meter));
      return new PooledDatabase(build(config, options), meter, options, onClose);
    } catch (HikariPool.PoolInitializationException e) {
      meter.ifPresent(WireMeter::close);
      throw e.getCause() instanceof SQLException refusal ? settings.explain(refusal, options) : e;
    } catch (RuntimeException e) {
      meter.ifPresent(WireMeter::close);
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
      DatabaseSpec.External server, String schema, PoolOptions options) {
    ConnectionSettings settings =
        new ConnectionSettings(new Endpoint(server.url(), server.credentials()));
    return open(settings, schema, options, pool -> {});
  }

  private static HikariConfig configuration(PoolOptions options, PGSimpleDataSource driver) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(driver);
    config.setPoolName("screentest-" + COUNTER.incrementAndGet());
    config.setMaximumPoolSize(options.size());
    config.setMinimumIdle(options.minimumIdle());
    config.setConnectionTimeout(options.connectionTimeout().toMillis());
    if (options.minimumIdle() < options.size()) {
      // In a fixed pool nothing is ever idle too long, and HikariCP warns when told anything.
      config.setIdleTimeout(options.idleTimeout().toMillis());
    }
    config.setMaxLifetime(options.maxLifetime().toMillis());
    config.setKeepaliveTime(options.keepaliveTime().toMillis());
    return config;
  }

  private static HikariDataSource build(HikariConfig config, PoolOptions options) {
    if (!options.validateEachBorrow()) {
      return new HikariDataSource(config);
    }
    synchronized (PooledDatabase.class) {
      String before = System.getProperty(ALIVE_BYPASS);
      System.setProperty(ALIVE_BYPASS, "-1");
      try {
        return new HikariDataSource(config);
      } finally {
        if (before == null) {
          System.clearProperty(ALIVE_BYPASS);
        } else {
          System.setProperty(ALIVE_BYPASS, before);
        }
      }
    }
  }

  /** The pool itself. */
  public DataSource dataSource() {
    return pool;
  }

  /** What the pool was built with. */
  public PoolOptions options() {
    return options;
  }

  /** The pool at this moment. */
  public PoolState poolState() {
    HikariPoolMXBean state = pool.getHikariPoolMXBean();
    return new PoolState(
        state.getActiveConnections(),
        state.getIdleConnections(),
        state.getTotalConnections(),
        state.getThreadsAwaitingConnection());
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

  /** A new meter of waiting and holding, on whoever uses its data source in place of the pool's. */
  public ConnectionMeter timeConnections() {
    return ConnectionMeter.on(pool);
  }

  /** The connections of this pool, for a server meter. */
  MeteredSessions sessions(MeteredSessions.Neighbour neighbour) {
    return new MeteredSessions(pool, () -> poolState().idle(), wire(), neighbour);
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
    onClose.accept(this);
  }
}
