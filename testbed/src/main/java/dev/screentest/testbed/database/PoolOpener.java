package dev.screentest.testbed.database;

import java.sql.SQLException;
import java.util.Map;

/** Opens pools of one version of each library, on one version of the driver. */
@FunctionalInterface
public interface PoolOpener {

  /**
   * Opens a pool; its first connection is open when it returns, also where the library itself would
   * wait for the first borrower.
   *
   * @param url the JDBC URL, without credentials
   * @param properties of the driver, with credentials
   * @throws SQLException when the server refuses that connection, or the driver a property
   */
  ConnectionPool open(String url, Map<String, String> properties, PoolOptions options)
      throws SQLException;

  /**
   * Returns the opener of the versions that a class loader has, of whichever library the options
   * name. Only that one is loaded.
   *
   * @param loader defines the package {@code dev.screentest.testbed.pool} itself, or has a parent
   *     that does
   */
  static PoolOpener linkedBy(ClassLoader loader) {
    return (url, properties, options) ->
        linkedBy(loader, options.library()).open(url, properties, options);
  }

  private static PoolOpener linkedBy(ClassLoader loader, PoolLibrary library) {
    String name = library.openerClass();
    try {
      return (PoolOpener) loader.loadClass(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " cannot be loaded by " + loader, e);
    }
  }
}
