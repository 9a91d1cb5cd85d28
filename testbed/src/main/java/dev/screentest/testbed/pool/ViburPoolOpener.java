package dev.screentest.testbed.pool;

import dev.screentest.testbed.database.ConnectionPool;
import dev.screentest.testbed.database.PoolOpener;
import dev.screentest.testbed.database.PoolOptions;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.vibur.dbcp.ViburDBCPDataSource;
import org.vibur.dbcp.ViburDBCPException;

/**
 * Opens pools of the Vibur DBCP and of the pgjdbc that its own class loader has.
 *
 * <p>What differs from HikariCP: it tries a connection after a whole second of idleness; it knows
 * no limit of age; it closes no statement that a borrower left open; it resets the isolation level
 * only with a statement at each return, so not at all here; a hook of ours rolls back an open
 * transaction, which would otherwise be committed; and it throws a connection away on which any
 * statement failed. Its warnings of slow calls and large results, which cost some time each, are
 * switched off: no other pool has them.
 */
public final class ViburPoolOpener implements PoolOpener {

  private static final int OFF = -1;
  private static final int SECONDS_IDLE_UNTIL_TRIED = 1;
  private static final int VALIDATION_TIMEOUT_SECONDS = 5;

  /** Creates the opener; {@link PoolOpener#linkedBy} does. */
  public ViburPoolOpener() {}

  @Override
  public ConnectionPool open(String url, Map<String, String> properties, PoolOptions options)
      throws SQLException {
    return FirstConnection.in(build(url, properties, options));
  }

  /**
   * Builds a pool, which opens as many connections as it is to keep.
   *
   * @throws SQLException when the server refuses one
   */
  static ConnectionPool build(String url, Map<String, String> properties, PoolOptions options)
      throws SQLException {
    ViburDBCPDataSource pool = configured(Driver.source(url, properties), options);
    // It warns where it is told neither, and asks the driver with both.
    pool.setUsername(properties.get("user"));
    pool.setPassword(properties.getOrDefault("password", ""));
    try {
      pool.start();
    } catch (ViburDBCPException e) {
      throw FirstConnection.driverFailure(new SQLException(e));
    }
    return new ViburConnectionPool(pool);
  }

  private static ViburDBCPDataSource configured(PGSimpleDataSource driver, PoolOptions options) {
    ViburDBCPDataSource pool = new ViburDBCPDataSource();
    pool.setExternalDataSource(driver);
    pool.setLoginTimeoutInSeconds(driver.getLoginTimeout());
    pool.setEnableJMX(false);
    pool.setPoolInitialSize(options.minimumIdle());
    pool.setPoolMaxSize(options.size());
    pool.setConnectionTimeoutInMs(options.connectionTimeout().toMillis());
    pool.setAcquireRetryAttempts(0);
    pool.setConnectionIdleLimitInSeconds(
        options.validateEachBorrow() ? 0 : SECONDS_IDLE_UNTIL_TRIED);
    pool.setValidateTimeoutInSeconds(VALIDATION_TIMEOUT_SECONDS);
    pool.setReducerTimeIntervalInSeconds(
        options.minimumIdle() < options.size()
            ? Math.toIntExact(options.idleTimeout().toSeconds())
            : 0);
    pool.setDefaultAutoCommit(true);
    pool.setDefaultReadOnly(false);
    pool.setResetDefaultsAfterUse(true);
    pool.setClearSQLWarnings(true);
    pool.getConnHooks()
        .addOnClose((connection, takenNanos) -> OpenTransaction.rollBack(connection));
    pool.setLogConnectionLongerThanMs(OFF);
    pool.setLogQueryExecutionLongerThanMs(OFF);
    pool.setLogLargeResultSet(OFF);
    pool.setIncludeQueryParameters(false);
    return pool;
  }
}
