package dev.screentest.testbed.database;

import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.GSSEncMode;
import org.postgresql.jdbc.SslMode;

/**
 * Where a server listens and who we are there.
 *
 * @param url the JDBC URL, without credentials
 */
record Endpoint(String url, Credentials credentials) {

  /** The hosts with their ports, as {@code host:port[,host:port…]}. */
  String address() {
    String[] hosts = property(PGProperty.PG_HOST).orElse("localhost").split(",", -1);
    String[] ports = property(PGProperty.PG_PORT).orElse("5432").split(",", -1);
    StringBuilder address = new StringBuilder();
    for (int i = 0; i < hosts.length; i++) {
      address.append(i == 0 ? "" : ",").append(hosts[i]).append(':');
      address.append(ports[Math.min(i, ports.length - 1)]);
    }
    return address.toString();
  }

  /**
   * The one host of the URL with its port.
   *
   * @throws DatabaseUnavailableException when it names several
   */
  InetSocketAddress oneHost() {
    String host = property(PGProperty.PG_HOST).orElse("localhost");
    String port = property(PGProperty.PG_PORT).orElse("5432");
    if (host.contains(",")) {
      throw new DatabaseUnavailableException(
          "The JDBC URL names several hosts, and a proxy stands before one of them only.",
          "Name one host.");
    }
    return new InetSocketAddress(host, Integer.parseInt(port));
  }

  String database() {
    return property(PGProperty.PG_DBNAME).or(credentials::user).orElse("(the user's own)");
  }

  /** Whether the URL, or the service that it names, allows only encrypted connections. */
  boolean demandsEncryption() {
    Properties parsed = Driver.parseURL(url, null);
    try {
      return parsed != null
          && (SslMode.of(parsed).requireEncryption() || GSSEncMode.of(parsed).requireEncryption());
    } catch (SQLException e) {
      throw new InvalidDatabaseSpecException(
          "The PostgreSQL driver refuses an option of the JDBC URL: " + e.getMessage() + ".", e);
    }
  }

  private Optional<String> property(PGProperty property) {
    Properties parsed = Driver.parseURL(url, null);
    return parsed == null ? Optional.empty() : Optional.ofNullable(property.getOrDefault(parsed));
  }
}
