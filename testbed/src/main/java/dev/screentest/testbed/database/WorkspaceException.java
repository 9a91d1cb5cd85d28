package dev.screentest.testbed.database;

import java.sql.SQLException;

/** Something went wrong with a schema of ours. */
public final class WorkspaceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  WorkspaceException(String attempt, SQLException cause) {
    super(attempt + ": " + cause.getMessage(), cause);
  }
}
