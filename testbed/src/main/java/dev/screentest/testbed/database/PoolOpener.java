package dev.screentest.testbed.database;

import java.sql.SQLException;
import java.util.Map;

/** Opens pools of one version of the pool's library, on one version of the driver. */
@FunctionalInterface
public interface PoolOpener {

  /**
   * Opens a pool; its first connection is open when it returns.
   *
   * @param url the JDBC URL, without credentials
   * @param properties of the driver, with credentials
   * @throws SQLException when the server refuses that connection, or the driver a property
   */
  ConnectionPool open(String url, Map<String, String> properties, PoolOptions options)
      throws SQLException;

  /**
   * Returns the opener of the versions that a class loader has.
   *
   * @param loader defines the package {@code dev.screentest.testbed.pool} itself, or has a parent
   *     that does
   */
  static PoolOpener linkedBy(ClassLoader loader) {
    String name = "dev.screentest.testbed.pool.HikariPoolOpener";
    try {
      return (PoolOpener) loader.loadClass(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " cannot be loaded by " + loader, e);
    }
  }
}
