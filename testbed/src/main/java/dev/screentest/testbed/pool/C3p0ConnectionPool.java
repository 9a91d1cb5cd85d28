package dev.screentest.testbed.pool;

import com.mchange.v2.c3p0.PoolBackedDataSource;
import com.mchange.v2.c3p0.WrapperConnectionPoolDataSource;
import dev.screentest.testbed.database.ConnectionPool;
import dev.screentest.testbed.database.PoolSettings;
import dev.screentest.testbed.database.PoolState;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** An open pool of c3p0's. */
final class C3p0ConnectionPool implements ConnectionPool {
  private final PoolBackedDataSource pool;

  C3p0ConnectionPool(PoolBackedDataSource pool) {
    this.pool = pool;
  }

  @Override
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public PoolState state() {
    try {
      return new PoolState(
          pool.getNumBusyConnectionsDefaultUser(),
          pool.getNumIdleConnectionsDefaultUser(),
          pool.getNumConnectionsDefaultUser(),
          pool.getNumThreadsAwaitingCheckoutDefaultUser());
    } catch (SQLException e) {
      throw new IllegalStateException("c3p0 does not say how its pool is", e);
    }
  }

  @Override
  public PoolSettings settings() {
    WrapperConnectionPoolDataSource built =
        (WrapperConnectionPoolDataSource) pool.getConnectionPoolDataSource();
    return new PoolSettings(
        built.getMaxPoolSize(),
        built.getMinPoolSize(),
        Duration.ofMillis(built.getCheckoutTimeout()));
  }

  @Override
  public void close() {
    pool.close();
  }
}
