package dev.screentest.testbed.pool;

import com.mchange.v2.c3p0.PoolBackedDataSource;
import dev.screentest.testbed.database.ConnectionPool;
import dev.screentest.testbed.database.PoolState;
import java.sql.SQLException;
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
  public void close() {
    pool.close();
  }
}
