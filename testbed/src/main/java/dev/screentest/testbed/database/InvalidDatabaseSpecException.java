package dev.screentest.testbed.database;

import org.jspecify.annotations.Nullable;

/** A database was named in a way that nobody understands; the message lists the valid ways. */
public final class InvalidDatabaseSpecException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  InvalidDatabaseSpecException(String problem) {
    this(problem, null);
  }

  InvalidDatabaseSpecException(String problem, @Nullable Throwable cause) {
    super(
        problem
            + " Valid are: embedded; testcontainers; testcontainers:IMAGE;"
            + " jdbc:postgresql://HOST[:PORT][,HOST…]/DATABASE[?OPTIONS]"
            + " with the credentials in PGUSER and PGPASSWORD.",
        cause);
  }
}
