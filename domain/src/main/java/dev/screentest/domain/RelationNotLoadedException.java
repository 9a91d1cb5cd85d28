package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/** A relation to many was touched that the query had not asked for. */
public final class RelationNotLoadedException extends StoreException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception for a relation, such as {@code Movie.actors}. */
  public RelationNotLoadedException(String relation) {
    this(
        relation + " was not loaded; ask for it with the query, for example by moviesWithCast",
        null);
  }

  public RelationNotLoadedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
