package dev.screentest.testbed.meter;

/**
 * Something to do while the wire is watched.
 *
 * @param <E> what it may throw; nothing checked for most lambdas
 */
@FunctionalInterface
public interface WireWork<E extends Exception> {
  /** Does it. */
  void run() throws E;
}
