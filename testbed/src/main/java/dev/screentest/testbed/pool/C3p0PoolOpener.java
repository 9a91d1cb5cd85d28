package dev.screentest.testbed.pool;

import com.mchange.v2.c3p0.PoolBackedDataSource;
import com.mchange.v2.c3p0.WrapperConnectionPoolDataSource;
import dev.screentest.testbed.database.ConnectionPool;
import dev.screentest.testbed.database.PoolOpener;
import dev.screentest.testbed.database.PoolOptions;
import java.beans.PropertyVetoException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * Opens pools of the c3p0 and of the pgjdbc that its own class loader has.
 *
 * <p>What differs from HikariCP: it cannot tell for how long a connection lay idle when it lends
 * one, so it tries each. Left alone it would take a connection back on another thread some time
 * after its borrower has closed it, and ask a server that is gone for half a minute.
 */
public final class C3p0PoolOpener implements PoolOpener {

  /** Creates the opener; {@link PoolOpener#linkedBy} does. */
  public C3p0PoolOpener() {}

  @Override
  public ConnectionPool open(String url, Map<String, String> properties, PoolOptions options)
      throws SQLException {
    return FirstConnection.in(build(url, properties, options));
  }

  /** Builds a pool, which connects to nothing. */
  static ConnectionPool build(String url, Map<String, String> properties, PoolOptions options)
      throws SQLException {
    try {
      WrapperConnectionPoolDataSource connections = new WrapperConnectionPoolDataSource();
      connections.setNestedDataSource(Driver.source(url, properties));
      configure(connections, options);
      PoolBackedDataSource pool = new PoolBackedDataSource();
      pool.setConnectionPoolDataSource(connections);
      return new C3p0ConnectionPool(pool);
    } catch (PropertyVetoException e) {
      throw new IllegalStateException("c3p0 refuses a setting", e);
    }
  }

  private static void configure(WrapperConnectionPoolDataSource connections, PoolOptions options) {
    connections.setInitialPoolSize(options.minimumIdle());
    connections.setMinPoolSize(options.minimumIdle());
    connections.setMaxPoolSize(options.size());
    connections.setAcquireIncrement(1);
    connections.setAcquireRetryAttempts(1);
    connections.setForceSynchronousCheckins(true);
    connections.setTestConnectionOnCheckout(true);
    connections.setCheckoutTimeout(Math.toIntExact(options.connectionTimeout().toMillis()));
    connections.setMaxConnectionAge(seconds(options.maxLifetime()));
    connections.setIdleConnectionTestPeriod(seconds(options.keepaliveTime()));
    if (options.minimumIdle() < options.size()) {
      connections.setMaxIdleTimeExcessConnections(seconds(options.idleTimeout()));
    }
  }

  /** Rounds up, so that what is asked for is never switched off. */
  private static int seconds(Duration duration) {
    return Math.toIntExact(duration.plusMillis(999).toSeconds());
  }
}
