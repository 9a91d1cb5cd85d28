package dev.screentest.testbed.pool;

import dev.screentest.testbed.database.ConnectionPool;
import dev.screentest.testbed.database.PoolSettings;
import dev.screentest.testbed.database.PoolState;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import javax.sql.DataSource;

/** An open pool of Agroal's. */
final class AgroalConnectionPool implements ConnectionPool {
  private final AgroalDataSource pool;

  AgroalConnectionPool(AgroalDataSource pool) {
    this.pool = pool;
  }

  @Override
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public PoolState state() {
    AgroalDataSourceMetrics state = pool.getMetrics();
    int active = Math.toIntExact(state.activeCount());
    int idle = Math.toIntExact(state.availableCount());
    return new PoolState(active, idle, active + idle, Math.toIntExact(state.awaitingCount()));
  }

  @Override
  public PoolSettings settings() {
    AgroalConnectionPoolConfiguration built = pool.getConfiguration().connectionPoolConfiguration();
    return new PoolSettings(built.maxSize(), built.minSize(), built.acquisitionTimeout());
  }

  @Override
  public void close() {
    pool.close();
  }
}
