package dev.screentest.testbed.pool;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.screentest.testbed.database.ConnectionPool;
import dev.screentest.testbed.database.PoolSettings;
import dev.screentest.testbed.database.PoolState;
import java.time.Duration;
import javax.sql.DataSource;

/** An open pool of HikariCP's. */
final class HikariConnectionPool implements ConnectionPool {
  private final HikariDataSource pool;

  HikariConnectionPool(HikariDataSource pool) {
    this.pool = pool;
  }

  @Override
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public PoolState state() {
    HikariPoolMXBean state = pool.getHikariPoolMXBean();
    return new PoolState(
        state.getActiveConnections(),
        state.getIdleConnections(),
        state.getTotalConnections(),
        state.getThreadsAwaitingConnection());
  }

  @Override
  public PoolSettings settings() {
    return new PoolSettings(
        pool.getMaximumPoolSize(),
        pool.getMinimumIdle(),
        Duration.ofMillis(pool.getConnectionTimeout()));
  }

  @Override
  public void close() {
    pool.close();
  }
}
