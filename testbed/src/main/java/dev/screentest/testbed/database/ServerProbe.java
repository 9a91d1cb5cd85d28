package dev.screentest.testbed.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks a server who it is, and whether it will do. */
final class ServerProbe {
  private static final int OLDEST_VERSION = 150000;

  private static final List<String> SETTINGS =
      List.of(
          "TimeZone",
          "autovacuum",
          "checkpoint_timeout",
          "default_transaction_isolation",
          "fsync",
          "full_page_writes",
          "jit",
          "max_connections",
          "max_wal_size",
          "server_encoding",
          "shared_buffers",
          "synchronous_commit");

  private ServerProbe() {}

  /** Throws with cause and remedy when the server is not one that we can work on. */
  static void requireUsable(Connection connection, Endpoint endpoint) throws SQLException {
    requireVersion(
        setting(connection, "server_version").orElse("of unknown version"),
        Integer.parseInt(setting(connection, "server_version_num").orElse("0")),
        endpoint.address());
    if (setting(connection, "transaction_read_only").filter("on"::equals).isPresent()) {
      throw new DatabaseUnavailableException(
          "The server at " + endpoint.address() + " takes no writes: it is a standby or read-only.",
          "Name the primary, or add targetServerType=primary to a URL of several hosts.");
    }
    String encoding = setting(connection, "server_encoding").orElse("unknown");
    if (!encoding.equals("UTF8")) {
      throw new DatabaseUnavailableException(
          "The database "
              + endpoint.database()
              + " cannot hold all of Unicode, its encoding is "
              + encoding
              + ".",
          "Name a database with encoding UTF8.");
    }
    requireCreatePrivilege(connection);
  }

  static void requireVersion(String version, int number, String address) {
    if (number < OLDEST_VERSION) {
      throw new DatabaseUnavailableException(
          "The server at " + address + " is PostgreSQL " + version + ", older than 15.",
          "Name a server of version 15 or later.");
    }
  }

  private static void requireCreatePrivilege(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select has_database_privilege(current_database(), 'CREATE'),"
                    + " quote_ident(current_database()), quote_ident(current_user)")) {
      row.next();
      if (!row.getBoolean(1)) {
        throw new DatabaseUnavailableException(
            "The user " + row.getString(3) + " may not create schemas in " + row.getString(2) + ".",
            "Let its owner say: GRANT CREATE ON DATABASE %s TO %s;"
                .formatted(row.getString(2), row.getString(3)));
      }
    }
  }

  static ServerInfo describe(Connection connection, RunningServer server) throws SQLException {
    SortedMap<String, String> settings = new TreeMap<>();
    for (String name : SETTINGS) {
      setting(connection, name).ifPresent(value -> settings.put(name, value));
    }
    settings.putAll(databaseSettings(connection));
    settings.put("ssl_in_use", encryption(connection));
    Optional<String> statistics = statementStatistics(connection);
    return new ServerInfo(
        server.kind(),
        setting(connection, "server_version").orElse("unknown"),
        Integer.parseInt(setting(connection, "server_version_num").orElse("0")),
        server.endpoint().address(),
        connection.getCatalog(),
        settings,
        DriverSettings.of(connection),
        statistics,
        statistics.isPresent() && setting(connection, "is_superuser").equals(Optional.of("on")));
  }

  private static SortedMap<String, String> databaseSettings(Connection connection)
      throws SQLException {
    SortedMap<String, String> settings = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        // As JSON because the column of the locale changed its name from version to version.
        ResultSet row =
            statement.executeQuery(
                "select d.datcollate, d.datlocprovider,"
                    + " coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale')"
                    + " from pg_database d where d.datname = current_database()")) {
      if (row.next()) {
        settings.put("lc_collate", row.getString(1));
        settings.put(
            "locale_provider",
            switch (row.getString(2)) {
              case "b" -> "builtin";
              case "i" -> "icu";
              default -> "libc";
            });
        settings.put("locale", Optional.ofNullable(row.getString(3)).orElse(row.getString(1)));
      }
    }
    return settings;
  }

  /** Whether connections that say nothing of it are encrypted: timed ones are like this one. */
  private static String encryption(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select coalesce(version, 'off') from pg_stat_ssl where pid = pg_backend_pid()")) {
      return row.next() ? row.getString(1) : "unknown";
    } catch (SQLException e) {
      // Not every server that speaks PostgreSQL has the view.
      return "unknown";
    }
  }

  private static Optional<String> setting(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select current_setting(?, true)")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }

  private static Optional<String> statementStatistics(Connection connection) throws SQLException {
    Optional<String> schema = Optional.empty();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select quote_ident(n.nspname) from pg_extension e"
                    + " join pg_namespace n on n.oid = e.extnamespace"
                    + " where e.extname = 'pg_stat_statements'")) {
      if (row.next()) {
        schema = Optional.of(row.getString(1));
      }
    }
    return schema
        .map(name -> name + ".pg_stat_statements")
        .filter(function -> isLoaded(connection, function));
  }

  private static boolean isLoaded(Connection connection, String function) {
    try (Statement statement = connection.createStatement()) {
      // false: without the text of the statements, which may be somebody else's.
      statement.executeQuery("select exists (select from " + function + "(false))").close();
      return true;
    } catch (SQLException e) {
      // Installed but not preloaded, or not for us: the answer to the question is no.
      return false;
    }
  }
}
