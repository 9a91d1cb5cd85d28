package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is done in a unit of work.
 *
 * @param <R> the type of its result
 * @param <X> the type of the exception it may throw
 */
@FunctionalInterface
public interface Work<R extends @Nullable Object, X extends Exception> {

  /** Runs in the given unit, which ends with this call. */
  R run(UnitOfWork unit) throws X;
}
