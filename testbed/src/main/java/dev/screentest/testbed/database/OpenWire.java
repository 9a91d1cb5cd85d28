package dev.screentest.testbed.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How metered connections stay readable: unencrypted, wherever the user's URL leaves that open.
 *
 * <p>The driver's own way is to encrypt where the server offers it, which blinds the meter.
 */
final class OpenWire {
  private static final String REQUIRE_AUTH = "requireAuth";
  private static final String PASSWORD = "password";

  /** What a server answers that would have let us in through another door. */
  private static final Set<String> REFUSALS = Set.of("28000", "28P01", "08004", "08P01");

  private static final String ELSEWHERE =
      "or verify on another server, such as --database embedded.";

  private final Endpoint endpoint;

  OpenWire(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** The driver's properties, to be put over those that the URL chooses. */
  Map<String, String> properties(Map<String, String> chosen) {
    return Map.of(
        "sslmode",
        "disable",
        "gssEncMode",
        "disable",
        REQUIRE_AUTH,
        withoutPassword(chosen.getOrDefault(REQUIRE_AUTH, "")));
  }

  /** No password in clear text; what the user wants besides stays. */
  private static String withoutPassword(String chosen) {
    if (chosen.contains("!")) {
      return chosen + ",!" + PASSWORD;
    }
    String others =
        Arrays.stream(chosen.split(",", -1))
            .map(String::strip)
            .filter(method -> !method.isEmpty() && !method.equals(PASSWORD))
            .collect(Collectors.joining(","));
    return others.isEmpty() ? "!" + PASSWORD : others;
  }

  /** Throws when the user wants no connection but encrypted ones. */
  void requireAllowed() {
    if (endpoint.demandsEncryption()) {
      throw new DatabaseUnavailableException(
          "The JDBC URL demands encryption, and the wire meter cannot read encrypted connections.",
          "Leave sslmode out, then only metered connections are unencrypted, " + ELSEWHERE);
    }
  }

  /** Says why a server that knows us did not let us in like this. */
  DatabaseUnavailableException explain(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null || !REFUSALS.contains(state)) {
      return ConnectFailure.explain(failure, endpoint);
    }
    return state.equals("08004")
        ? new DatabaseUnavailableException(
            "The server at "
                + endpoint.address()
                + " wants the password in clear text, which we send over no unencrypted"
                + " connection.",
            "Let its pg_hba.conf ask for scram-sha-256, " + ELSEWHERE,
            failure)
        : new DatabaseUnavailableException(
            "The server at "
                + endpoint.address()
                + " takes only encrypted connections, which the wire meter cannot read.",
            "Let its pg_hba.conf admit unencrypted ones (host, not hostssl) to verify, "
                + ELSEWHERE,
            failure);
  }
}
