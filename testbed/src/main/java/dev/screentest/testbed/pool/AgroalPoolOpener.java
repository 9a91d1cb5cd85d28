package dev.screentest.testbed.pool;

import dev.screentest.testbed.database.ConnectionPool;
import dev.screentest.testbed.database.PoolOpener;
import dev.screentest.testbed.database.PoolOptions;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.pool.DataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * Opens pools of the Agroal and of the pgjdbc that its own class loader has.
 *
 * <p>What differs from HikariCP: an open transaction is rolled back by {@link RollbackOnReturn},
 * since Agroal leaves that to a transaction manager and would commit; and it counts what it lends
 * only while it collects its other metrics, too.
 */
public final class AgroalPoolOpener implements PoolOpener {

  private static final Duration IDLE_UNTIL_TRIED = Duration.ofMillis(500);

  /** Creates the opener; {@link PoolOpener#linkedBy} does. */
  public AgroalPoolOpener() {}

  @Override
  public ConnectionPool open(String url, Map<String, String> properties, PoolOptions options)
      throws SQLException {
    return FirstConnection.in(build(url, properties, options));
  }

  /** Builds a pool, which fills itself up to its least size and connects to nothing else. */
  static ConnectionPool build(String url, Map<String, String> properties, PoolOptions options) {
    AgroalDataSourceConfigurationSupplier configuration =
        new AgroalDataSourceConfigurationSupplier()
            .metricsEnabled(true)
            .connectionPoolConfiguration(pool -> configured(pool, url, properties, options));
    return new AgroalConnectionPool(new DataSource(configuration.get(), new RollbackOnReturn()));
  }

  private static AgroalConnectionPoolConfigurationSupplier configured(
      AgroalConnectionPoolConfigurationSupplier pool,
      String url,
      Map<String, String> properties,
      PoolOptions options) {
    return pool.initialSize(options.minimumIdle())
        .minSize(options.minimumIdle())
        .maxSize(options.size())
        .acquisitionTimeout(options.connectionTimeout())
        .reapTimeout(options.minimumIdle() < options.size() ? options.idleTimeout() : Duration.ZERO)
        .maxLifetime(options.maxLifetime())
        .validationTimeout(options.keepaliveTime())
        .validateOnBorrow(options.validateEachBorrow())
        .idleValidationTimeout(options.validateEachBorrow() ? Duration.ZERO : IDLE_UNTIL_TRIED)
        .connectionValidator(ConnectionValidator.defaultValidator())
        .exceptionSorter(new PostgreSQLExceptionSorter())
        .connectionFactoryConfiguration(driver -> connected(driver, url, properties));
  }

  private static AgroalConnectionFactoryConfigurationSupplier connected(
      AgroalConnectionFactoryConfigurationSupplier driver,
      String url,
      Map<String, String> properties) {
    driver.connectionProviderClass(org.postgresql.Driver.class).jdbcUrl(url).autoCommit(true);
    for (Map.Entry<String, String> property : properties.entrySet()) {
      switch (property.getKey()) {
        case "user" -> driver.principal(new NamePrincipal(property.getValue()));
        case "password" -> driver.credential(new SimplePassword(property.getValue()));
        default -> driver.jdbcProperty(property.getKey(), property.getValue());
      }
    }
    return driver;
  }
}
