package dev.screentest.domain.spi;

import dev.screentest.domain.Relations;
import dev.screentest.domain.UnitOfWork;
import java.util.Set;

/**
 * A unit of work as the framework does it, without the checks that are the same for all: those are
 * done by {@link GuardedMovieStore}, which also calls the methods below, in the order {@link
 * #flush}, {@link #commit} or {@link #rollback}, {@link #close}. Arguments arrive checked, and
 * writing methods are called in units of kind WRITE only. Any exception may be thrown: it is
 * translated.
 */
public interface UnitSession extends UnitOfWork, AutoCloseable {

  /** Sends what is pending, so that an error of the work is not taken for one of the commit. */
  void flush();

  /** Commits; not called in units of kind QUERY. */
  void commit();

  /** Rolls back; not called in units of kind QUERY. */
  void rollback();

  /** Gives the connection back. */
  @Override
  void close();

  /** Returns whether a relation is loaded; frameworks with lazy collections know better. */
  default boolean isLoaded(Set<?> relation) {
    return Relations.isLoaded(relation);
  }
}
