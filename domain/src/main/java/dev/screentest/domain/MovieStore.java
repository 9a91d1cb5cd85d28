package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/**
 * A store of movies, on a {@code DataSource} that its caller owns. Thread-safe and long-lived.
 *
 * <p>All work is done in units. A unit uses one connection and one thread; a unit opened inside
 * another is independent of it, on a second connection. All or nothing: an exception from the work
 * rolls everything back and reaches the caller unchanged. After an error of the store the unit can
 * only roll back: if the work swallows that error, it is thrown when the work returns. Every error
 * has surfaced when the unit ends, and the connection goes back to the pool clean. Isolation is
 * READ COMMITTED. Opening a store does not connect.
 */
public interface MovieStore extends AutoCloseable {

  /**
   * Runs work in a new unit of the given kind and returns its result.
   *
   * @throws StoreException if the database or the contract refuses something
   * @throws X if the work does
   */
  <R extends @Nullable Object, X extends Exception> R inUnit(UnitKind kind, Work<R, X> work)
      throws X;

  /** Runs work in a transaction. */
  default <R extends @Nullable Object, X extends Exception> R write(Work<R, X> work) throws X {
    return inUnit(UnitKind.WRITE, work);
  }

  /** Runs work in a read-only transaction. */
  default <R extends @Nullable Object, X extends Exception> R read(Work<R, X> work) throws X {
    return inUnit(UnitKind.READ, work);
  }

  /** Runs work without a transaction, each statement for itself. */
  default <R extends @Nullable Object, X extends Exception> R query(Work<R, X> work) throws X {
    return inUnit(UnitKind.QUERY, work);
  }

  /**
   * Forgets what units share of rows, as one does after another client has changed them: the next
   * units read anew. Sends nothing. Without {@link Capability#SHARED_CACHE} there is nothing to
   * forget.
   */
  default void evict() {}

  /** Releases what this store holds; the {@code DataSource} stays open. */
  @Override
  void close();
}
