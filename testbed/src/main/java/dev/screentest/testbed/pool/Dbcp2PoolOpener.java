package dev.screentest.testbed.pool;

import dev.screentest.testbed.database.ConnectionPool;
import dev.screentest.testbed.database.PoolOpener;
import dev.screentest.testbed.database.PoolOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.dbcp2.DataSourceConnectionFactory;
import org.apache.commons.dbcp2.PoolableConnection;
import org.apache.commons.dbcp2.PoolableConnectionFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/**
 * Opens pools of the Commons DBCP and of the pgjdbc that its own class loader has.
 *
 * <p>What differs from HikariCP: it cannot tell for how long a connection lay idle when it lends
 * one, so it tries each. A connection's age is looked at when it is borrowed and returned. The
 * isolation level is not reset: Commons DBCP would ask the server for it at each borrow, and that
 * would be counted as the borrower's statement.
 */
public final class Dbcp2PoolOpener implements PoolOpener {

  /** As HikariCP's housekeeper looks, unless something is to happen earlier. */
  private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofSeconds(30);

  private static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(5);

  /** Creates the opener; {@link PoolOpener#linkedBy} does. */
  public Dbcp2PoolOpener() {}

  @Override
  public ConnectionPool open(String url, Map<String, String> properties, PoolOptions options)
      throws SQLException {
    Dbcp2ConnectionPool pool = FirstConnection.in(build(url, properties, options));
    pool.fill();
    return pool;
  }

  /** Builds a pool, which connects to nothing. */
  static Dbcp2ConnectionPool build(String url, Map<String, String> properties, PoolOptions options)
      throws SQLException {
    PoolableConnectionFactory connections =
        new PoolableConnectionFactory(
            new DataSourceConnectionFactory(Driver.source(url, properties)), null);
    connections.setDefaultAutoCommit(true);
    connections.setDefaultReadOnly(false);
    connections.setRollbackOnReturn(true);
    connections.setAutoCommitOnReturn(true);
    connections.setValidationQueryTimeout(VALIDATION_TIMEOUT);
    if (!options.maxLifetime().isZero()) {
      connections.setMaxConn(options.maxLifetime());
    }
    GenericObjectPool<PoolableConnection> pool =
        new GenericObjectPool<>(connections, configuration(options));
    connections.setPool(pool);
    return new Dbcp2ConnectionPool(pool);
  }

  private static GenericObjectPoolConfig<PoolableConnection> configuration(PoolOptions options) {
    GenericObjectPoolConfig<PoolableConnection> config = new GenericObjectPoolConfig<>();
    config.setJmxEnabled(false);
    config.setMaxTotal(options.size());
    config.setMaxIdle(options.size());
    config.setMinIdle(options.minimumIdle());
    config.setMaxWait(options.connectionTimeout());
    config.setTestOnBorrow(true);
    keepHouse(config, options);
    return config;
  }

  /** A thread that looks after idle connections, where there is anything to do for it. */
  private static void keepHouse(
      GenericObjectPoolConfig<PoolableConnection> config, PoolOptions options) {
    Duration idleTimeout =
        options.minimumIdle() < options.size() ? options.idleTimeout() : Duration.ZERO;
    Stream.of(idleTimeout, options.keepaliveTime(), options.maxLifetime())
        .filter(time -> !time.isZero())
        .min(Comparator.naturalOrder())
        .ifPresent(soonest -> config.setTimeBetweenEvictionRuns(shorter(soonest)));
    config.setNumTestsPerEvictionRun(options.size());
    config.setTestWhileIdle(!options.keepaliveTime().isZero());
    config.setMinEvictableIdleDuration(Duration.ofMillis(-1));
    if (!idleTimeout.isZero()) {
      config.setSoftMinEvictableIdleDuration(idleTimeout);
    }
  }

  private static Duration shorter(Duration soonest) {
    return soonest.compareTo(LONGEST_BETWEEN_LOOKS) < 0 ? soonest : LONGEST_BETWEEN_LOOKS;
  }
}
