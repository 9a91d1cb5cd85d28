package dev.screentest.testbed.database;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.Driver;

/** Reads the ways to name a database. */
final class DatabaseSpecParser {
  private static final String JDBC_PREFIX = "jdbc:postgresql:";
  private static final String TESTCONTAINERS = "testcontainers";

  /** What may be repeated in a message: whatever is more than a word may hold a password. */
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

  /** The characters of an image's name with registry, tag and digest. */
  private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]*");

  /** A host, an IPv6 address in brackets, or neither; then a port or not. */
  private static final Pattern HOST = Pattern.compile("(\\[[^]]*]|[^:\\[\\]]*)(:\\d{1,5})?");

  private DatabaseSpecParser() {}

  static DatabaseSpec parse(String text, Map<String, String> environment) {
    String spec = text.strip();
    if (spec.equals("embedded")) {
      return new DatabaseSpec.Embedded();
    }
    if (spec.equals(TESTCONTAINERS)) {
      return new DatabaseSpec.Testcontainers(Optional.empty());
    }
    if (spec.startsWith(TESTCONTAINERS + ":")) {
      return testcontainers(spec.substring(TESTCONTAINERS.length() + 1));
    }
    if (spec.startsWith(JDBC_PREFIX)) {
      return external(spec, environment);
    }
    throw new InvalidDatabaseSpecException(
        HARMLESS.matcher(spec).matches()
            ? "There is no database '" + spec + "'."
            : "This names no database that can be used.");
  }

  private static DatabaseSpec testcontainers(String image) {
    if (!IMAGE.matcher(image).matches()) {
      throw new InvalidDatabaseSpecException(
          "What follows 'testcontainers:' is no name of an image.");
    }
    return new DatabaseSpec.Testcontainers(Optional.of(image));
  }

  private static DatabaseSpec external(String spec, Map<String, String> environment) {
    String base = UrlOptions.base(spec);
    if (base.indexOf('@') >= 0) {
      // Before the driver sees it: it would take the password for a port and log it.
      throw new InvalidDatabaseSpecException(
          "A JDBC URL of PostgreSQL has no place for credentials before the host.");
    }
    if (!hosts(base).allMatch(host -> HOST.matcher(host).matches())) {
      // The driver would say no more, and log a warning.
      throw new InvalidDatabaseSpecException("A host or port of the JDBC URL is malformed.");
    }
    Map<String, String> options = UrlOptions.of(spec);
    String user = options.getOrDefault("user", environment.get("PGUSER"));
    String password = options.getOrDefault("password", environment.get("PGPASSWORD"));
    if (options.containsKey("sslpassword")) {
      throw new InvalidDatabaseSpecException(
          "The option sslpassword is not supported, use a key without a password.");
    }
    options.keySet().removeAll(Set.of("user", "password"));
    String url = UrlOptions.join(base, options);
    if (Driver.parseURL(url, null) == null) {
      throw new InvalidDatabaseSpecException(
          "The PostgreSQL driver does not understand this JDBC URL.");
    }
    return new DatabaseSpec.External(url, new Credentials(user, password));
  }

  private static Stream<String> hosts(String base) {
    String rest = base.substring(JDBC_PREFIX.length());
    if (!rest.startsWith("//")) {
      return Stream.empty();
    }
    int slash = rest.indexOf('/', 2);
    return Stream.of(rest.substring(2, slash < 0 ? rest.length() : slash).split(",", -1));
  }
}
