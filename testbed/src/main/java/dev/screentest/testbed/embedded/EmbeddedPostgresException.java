package dev.screentest.testbed.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot run here: one line says why, a second one what to do. */
public final class EmbeddedPostgresException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String problem;
  private final String remedy;

  EmbeddedPostgresException(String problem, String remedy) {
    this(problem, remedy, null);
  }

  EmbeddedPostgresException(String problem, String remedy, @Nullable Throwable cause) {
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
