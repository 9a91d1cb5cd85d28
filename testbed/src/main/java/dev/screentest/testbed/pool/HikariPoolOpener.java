package dev.screentest.testbed.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.screentest.testbed.database.ConnectionPool;
import dev.screentest.testbed.database.PoolOpener;
import dev.screentest.testbed.database.PoolOptions;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens pools of the HikariCP and of the pgjdbc that its own class loader has. */
public final class HikariPoolOpener implements PoolOpener {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  /** HikariCP reads it when a pool is built, and offers no other way to ask for it. */
  private static final String ALIVE_BYPASS = "com.zaxxer.hikari.aliveBypassWindowMs";

  /** Creates the opener; {@link PoolOpener#linkedBy} does. */
  public HikariPoolOpener() {}

  @Override
  public ConnectionPool open(String url, Map<String, String> properties, PoolOptions options)
      throws SQLException {
    HikariConfig config = configuration(options);
    config.setDataSource(Driver.source(url, properties));
    try {
      return new HikariConnectionPool(build(config, options));
    } catch (HikariPool.PoolInitializationException e) {
      if (e.getCause() instanceof SQLException refusal) {
        throw refusal;
      }
      throw e;
    }
  }

  private static HikariConfig configuration(PoolOptions options) {
    HikariConfig config = new HikariConfig();
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
    // All class loaders share them.
    synchronized (System.getProperties()) {
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
}
