package dev.screentest.testbed.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The driver's settings for every connection: one place, so that no implementation has others.
 *
 * <p>What the user's own URL says about the way to the server (TLS, several hosts, time-outs) wins,
 * and is reported like the rest.
 */
final class ConnectionSettings {
  /** Statement time-out of connections for loading and checking, which may take their time. */
  private static final Duration UNPOOLED_STATEMENT_TIMEOUT = Duration.ofMinutes(10);

  private static final Duration UNPOOLED_LOCK_TIMEOUT = Duration.ofSeconds(30);

  /** For what is quick where a server answers at all, and must not keep us where it does not. */
  private static final Duration IMPATIENT_STATEMENT_TIMEOUT = Duration.ofSeconds(30);

  private static final Duration IMPATIENT_LOCK_TIMEOUT = Duration.ofSeconds(10);

  /** The driver gives up on the socket only after the server had the time to give up itself. */
  private static final Duration SOCKET_MARGIN = Duration.ofSeconds(15);

  /** In seconds, and enough for one host of several that is gone. */
  private static final Map<String, String> PATIENT =
      Map.of("connectTimeout", "10", "loginTimeout", "20");

  private static final Map<String, String> IMPATIENT =
      Map.of("connectTimeout", "3", "loginTimeout", "8");

  /** The driver's name for what the server calls {@code application_name}. */
  static final String SESSION_NAME = "ApplicationName";

  /** The driver's names. */
  private static final String USER = "user";

  private static final String PASSWORD = "password";

  private final Endpoint endpoint;
  private final String meteredOptions;
  private final OpenWire openWire;

  ConnectionSettings(Endpoint endpoint) {
    this(endpoint, "");
  }

  /**
   * Settings for a server that can be asked more of.
   *
   * @param meteredOptions options of the server's for metered connections
   */
  ConnectionSettings(Endpoint endpoint, String meteredOptions) {
    this.endpoint = endpoint;
    this.meteredOptions = meteredOptions;
    this.openWire = new OpenWire(endpoint);
  }

  /** A connection outside of any schema of ours. */
  Connection connect() throws SQLException {
    return unpooled(Optional.empty()).getConnection();
  }

  Connection connect(String schema) throws SQLException {
    return unpooled(Optional.of(schema)).getConnection();
  }

  /** A connection outside of any schema that gives up soon: for the owner's session and the end. */
  Connection connectImpatiently() throws SQLException {
    SortedMap<String, String> properties =
        properties(
            Optional.empty(), IMPATIENT_STATEMENT_TIMEOUT, IMPATIENT_LOCK_TIMEOUT, IMPATIENT);
    return dataSource(properties).getConnection();
  }

  private PGSimpleDataSource unpooled(Optional<String> schema) {
    return dataSource(
        properties(schema, UNPOOLED_STATEMENT_TIMEOUT, UNPOOLED_LOCK_TIMEOUT, PATIENT));
  }

  /**
   * Opens a pool.
   *
   * @param socket the driver's properties that choose another socket; none for its own
   */
  ConnectionPool openPool(
      PoolOpener opener, String schema, PoolOptions options, Map<String, String> socket)
      throws SQLException {
    SortedMap<String, String> properties = describe(schema, options);
    if (options.metered()) {
      openWire.requireAllowed();
    }
    properties.putAll(socket);
    endpoint.credentials().user().ifPresent(user -> properties.put(USER, user));
    endpoint.credentials().password().ifPresent(password -> properties.put(PASSWORD, password));
    return opener.open(endpoint.url(), properties, options);
  }

  /** The properties of a pool's connections but for credentials and meter: for reports. */
  SortedMap<String, String> describe(String schema, PoolOptions options) {
    SortedMap<String, String> properties =
        properties(Optional.of(schema), options.statementTimeout(), options.lockTimeout(), PATIENT);
    if (options.metered()) {
      properties.putAll(openWire.properties(properties));
      properties.merge("options", meteredOptions, (all, ours) -> (all + " " + ours).strip());
    }
    return properties;
  }

  private SortedMap<String, String> properties(
      Optional<String> schema,
      Duration statementTimeout,
      Duration lockTimeout,
      Map<String, String> patience) {
    SortedMap<String, String> properties = new TreeMap<>();
    // An INSERT batch as multi-row inserts: worth a factor of 1.4 to every framework alike.
    properties.put("reWriteBatchedInserts", "true");
    properties.putAll(patience);
    properties.put(
        "socketTimeout", String.valueOf(statementTimeout.plus(SOCKET_MARGIN).toSeconds()));
    properties.put("tcpKeepAlive", "true");
    // Older ones are refused. Without it the driver sends the name as a statement, later.
    properties.put("assumeMinServerVersion", "15");
    // Kerberos encryption would blind the wire meter, and only where a ticket happens to lie about.
    properties.put("gssEncMode", "disable");
    Map<String, String> chosen = UrlOptions.of(endpoint.url());
    properties.putAll(chosen);
    properties.put(SESSION_NAME, "screentest");
    schema.ifPresent(name -> properties.put("currentSchema", name));
    // Sent with the startup packet: no statement of ours, and in force from the first one on.
    properties.put(
        "options",
        (chosen.getOrDefault("options", "")
                + " -c statement_timeout="
                + statementTimeout.toMillis()
                + " -c lock_timeout="
                + lockTimeout.toMillis())
            .strip());
    return properties;
  }

  DatabaseUnavailableException explain(SQLException failure) {
    return ConnectFailure.explain(failure, endpoint);
  }

  /** The same for a pool's connection, which may differ from all others in its encryption. */
  DatabaseUnavailableException explain(SQLException failure, PoolOptions options) {
    return options.metered() ? openWire.explain(failure) : explain(failure);
  }

  private PGSimpleDataSource dataSource(Map<String, String> properties) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(endpoint.url());
    endpoint.credentials().user().ifPresent(dataSource::setUser);
    endpoint.credentials().password().ifPresent(dataSource::setPassword);
    try {
      for (Map.Entry<String, String> property : properties.entrySet()) {
        dataSource.setProperty(property.getKey(), property.getValue());
      }
    } catch (SQLException e) {
      throw new InvalidDatabaseSpecException(
          "The PostgreSQL driver refuses an option of the JDBC URL: " + e.getMessage() + ".", e);
    }
    return dataSource;
  }
}
