package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/** A row broke a constraint of the schema. */
public final class ConstraintViolatedException extends StoreException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  public ConstraintViolatedException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Returns the kind of the constraint. */
  public Kind kind() {
    return kind;
  }

  /** The kinds of constraint. */
  public enum Kind {
    UNIQUE,
    FOREIGN_KEY,
    NOT_NULL,
    CHECK
  }
}
