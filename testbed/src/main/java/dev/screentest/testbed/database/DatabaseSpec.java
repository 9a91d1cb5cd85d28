package dev.screentest.testbed.database;

import java.util.Map;
import java.util.Optional;

/** Which PostgreSQL to use, as the user named it. */
public sealed interface DatabaseSpec {
  /** The environment variable that names the database. */
  String VARIABLE = "SCREENTEST_DATABASE";

  /** A server of our own from Maven artifacts. */
  record Embedded() implements DatabaseSpec {
    @Override
    public String toString() {
      return "embedded";
    }
  }

  /**
   * A server in Docker.
   *
   * @param image the image that the user named; empty for the default
   */
  record Testcontainers(Optional<String> image) implements DatabaseSpec {
    @Override
    public String toString() {
      return "testcontainers" + image.map(name -> ":" + name).orElse("");
    }
  }

  /**
   * A server that somebody else runs.
   *
   * @param url the JDBC URL, without credentials
   * @param credentials who we are there
   */
  record External(String url, Credentials credentials) implements DatabaseSpec {
    @Override
    public String toString() {
      return url;
    }
  }

  /**
   * Understands what a user wrote; credentials come from the URL or from PGUSER and PGPASSWORD.
   *
   * @throws InvalidDatabaseSpecException listing the valid forms
   */
  static DatabaseSpec parse(String text) {
    return DatabaseSpecParser.parse(text, System.getenv());
  }

  /** What the environment variable {@value #VARIABLE} names, or else the embedded server. */
  static DatabaseSpec fromEnvironment() {
    Map<String, String> environment = System.getenv();
    String text = environment.getOrDefault(VARIABLE, "");
    return text.isBlank() ? new Embedded() : DatabaseSpecParser.parse(text, environment);
  }
}
