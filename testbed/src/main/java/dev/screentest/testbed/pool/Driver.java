package dev.screentest.testbed.pool;

import java.sql.SQLException;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** The driver, as all pools but Agroal's are given it. */
final class Driver {

  private Driver() {}

  /**
   * Returns what opens connections.
   *
   * @throws SQLException when the driver refuses a property
   */
  static PGSimpleDataSource source(String url, Map<String, String> properties) throws SQLException {
    PGSimpleDataSource driver = new PGSimpleDataSource();
    driver.setURL(url);
    for (Map.Entry<String, String> property : properties.entrySet()) {
      driver.setProperty(property.getKey(), property.getValue());
    }
    return driver;
  }
}
