package dev.screentest.testbed.pool;

import dev.screentest.testbed.database.ConnectionPool;
import dev.screentest.testbed.database.PoolSettings;
import dev.screentest.testbed.database.PoolState;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.PoolableConnection;
import org.apache.commons.dbcp2.PoolingDataSource;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** An open pool of Commons DBCP's. */
final class Dbcp2ConnectionPool implements ConnectionPool {
  private final GenericObjectPool<PoolableConnection> pool;
  private final PoolingDataSource<PoolableConnection> lender;

  Dbcp2ConnectionPool(GenericObjectPool<PoolableConnection> pool) {
    this.pool = pool;
    this.lender = new PoolingDataSource<>(pool);
  }

  /** Opens what is to be idle, which it would otherwise do when its housekeeper comes by. */
  void fill() throws SQLException {
    try {
      pool.preparePool();
    } catch (SQLException e) {
      close();
      throw e;
    } catch (Exception e) {
      close();
      throw new IllegalStateException("the pool cannot be filled", e);
    }
  }

  @Override
  public DataSource dataSource() {
    return lender;
  }

  @Override
  public PoolState state() {
    int active = pool.getNumActive();
    int idle = pool.getNumIdle();
    return new PoolState(active, idle, active + idle, pool.getNumWaiters());
  }

  @Override
  public PoolSettings settings() {
    return new PoolSettings(pool.getMaxTotal(), pool.getMinIdle(), pool.getMaxWaitDuration());
  }

  @Override
  public void close() {
    pool.close();
  }
}
