package dev.screentest.testbed.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says in two lines why a server did not let us in, and what to do. */
final class ConnectFailure {
  private ConnectFailure() {}

  static DatabaseUnavailableException explain(SQLException failure, Endpoint endpoint) {
    String user = endpoint.credentials().user().orElse("(the account's name)");
    @Nullable String state = failure.getSQLState();
    return switch (state == null ? "" : state) {
      case "28P01", "28000" ->
          unavailable(
              "The server at " + endpoint.address() + " refuses the user " + user + ".",
              "Check PGUSER and PGPASSWORD, and the server's pg_hba.conf.",
              failure);
      case "08004" ->
          unavailable(
              "The server at " + endpoint.address() + " wants a password from " + user + ".",
              "Set PGPASSWORD (and PGUSER), or use a ~/.pgpass file.",
              failure);
      case "3D000" ->
          unavailable(
              "The server at "
                  + endpoint.address()
                  + " has no database "
                  + endpoint.database()
                  + ".",
              "Create it (createdb " + endpoint.database() + ") or name another one.",
              failure);
      case "53300" ->
          unavailable(
              "The server at " + endpoint.address() + " has no connection left.",
              "Raise its max_connections or close other clients.",
              failure);
      case "57P03" ->
          unavailable(
              "The server at " + endpoint.address() + " is starting up or shutting down.",
              "Try again in a moment.",
              failure);
      case "08001", "08006" ->
          unavailable(
              "No PostgreSQL answers at " + endpoint.address() + ".",
              "Start it, check host and port, and that it listens there (listen_addresses).",
              failure);
      default ->
          unavailable(
              "No session at " + endpoint.address() + ": " + firstLine(failure.getMessage()),
              "Check the JDBC URL (SQLSTATE " + state + ").",
              failure);
    };
  }

  private static DatabaseUnavailableException unavailable(
      String problem, String remedy, SQLException cause) {
    return new DatabaseUnavailableException(problem, remedy, cause);
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "no reason given" : message.lines().findFirst().orElse("");
  }
}
