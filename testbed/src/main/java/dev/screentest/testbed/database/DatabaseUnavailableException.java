package dev.screentest.testbed.database;

import org.jspecify.annotations.Nullable;

/**
 * There is no database to work on: one line says why, a second one what to do.
 *
 * <p>Neither holds a password.
 */
public final class DatabaseUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String problem;
  private final String remedy;

  DatabaseUnavailableException(String problem, String remedy) {
    this(problem, remedy, null);
  }

  DatabaseUnavailableException(String problem, String remedy, @Nullable Throwable cause) {
    super(problem + " " + remedy, cause);
    this.problem = problem;
    this.remedy = remedy;
  }

  /** What went wrong, in one line. */
  public String problem() {
    return problem;
  }

  /** What to do about it, in one line. */
  public String remedy() {
    return remedy;
  }
}
