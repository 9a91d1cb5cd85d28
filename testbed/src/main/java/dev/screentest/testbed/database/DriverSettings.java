package dev.screentest.testbed.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/** What the driver does with a connection, which its user may change. */
public final class DriverSettings {

  /** What holds where nobody has said anything. */
  public static final Map<String, String> DEFAULTS =
      Map.of(
          "prepareThreshold", "5",
          "defaultRowFetchSize", "0",
          "preferQueryMode", "extended",
          "autosave", "never");

  private DriverSettings() {}

  /**
   * Returns values by the names of the driver's properties; none of a connection whose driver is
   * another build's, since its classes are not ours.
   */
  public static SortedMap<String, String> of(Connection connection) throws SQLException {
    if (!connection.isWrapperFor(PGConnection.class)) {
      return new TreeMap<>();
    }
    PGConnection ofDriver = connection.unwrap(PGConnection.class);
    return new TreeMap<>(
        Map.of(
            "prepareThreshold", String.valueOf(ofDriver.getPrepareThreshold()),
            "defaultRowFetchSize", String.valueOf(ofDriver.getDefaultFetchSize()),
            "preferQueryMode", ofDriver.getPreferQueryMode().value(),
            "autosave", ofDriver.getAutosave().value()));
  }
}
