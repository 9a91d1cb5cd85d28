package dev.screentest.testbed.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An embedded server as somebody would name it who knows no more of it than its address: never a
 * server of the user's, since these tests create roles and drop what others may need.
 */
final class ExternalServers {
  private static @Nullable Database server;

  private ExternalServers() {}

  /** The server behind the addresses. */
  static synchronized Database server() {
    if (server == null) {
      server =
          DatabaseSpec.fromEnvironment() instanceof DatabaseSpec.Embedded
              ? SharedDatabase.get()
              : Database.start(new DatabaseSpec.Embedded(), DurabilityProfile.MEMORY);
    }
    return server;
  }

  /** The server under its own URL, as its own user. */
  static DatabaseSpec.External same() {
    Map<String, String> environment = server().childEnvironment();
    return (DatabaseSpec.External)
        DatabaseSpecParser.parse(environment.getOrDefault(DatabaseSpec.VARIABLE, ""), environment);
  }

  /** The server with another user. */
  static DatabaseSpec.External as(String user, String password) {
    return new DatabaseSpec.External(same().url(), new Credentials(user, password));
  }

  /** The server with another database of it. */
  static DatabaseSpec.External database(String name) {
    String url = same().url();
    String path = "/" + new Endpoint(url, same().credentials()).database();
    int at = url.indexOf(path + "?");
    return new DatabaseSpec.External(
        url.substring(0, at) + "/" + name + url.substring(at + path.length()),
        same().credentials());
  }

  static Connection connect() throws SQLException {
    return new ConnectionSettings(new Endpoint(same().url(), same().credentials())).connect();
  }

  static void execute(String... commands) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
