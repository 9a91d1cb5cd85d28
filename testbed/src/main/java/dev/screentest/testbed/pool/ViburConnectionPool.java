package dev.screentest.testbed.pool;

import dev.screentest.testbed.database.ConnectionPool;
import dev.screentest.testbed.database.PoolSettings;
import dev.screentest.testbed.database.PoolState;
import java.time.Duration;
import javax.sql.DataSource;
import org.vibur.dbcp.ViburDBCPDataSource;
import org.vibur.dbcp.pool.ConnHolder;
import org.vibur.objectpool.PoolService;

/** An open pool of Vibur DBCP's. */
final class ViburConnectionPool implements ConnectionPool {
  private final ViburDBCPDataSource pool;

  ViburConnectionPool(ViburDBCPDataSource pool) {
    this.pool = pool;
  }

  @Override
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public PoolState state() {
    PoolService<ConnHolder> state = pool.getPool();
    int active = state.taken();
    int idle = state.remainingCreated();
    return new PoolState(active, idle, active + idle, PoolState.UNTOLD);
  }

  @Override
  public PoolSettings settings() {
    return new PoolSettings(
        pool.getPoolMaxSize(),
        pool.getPoolInitialSize(),
        Duration.ofMillis(pool.getConnectionTimeoutInMs()));
  }

  @Override
  public void close() {
    pool.close();
  }
}
