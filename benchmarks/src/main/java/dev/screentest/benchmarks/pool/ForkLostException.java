package dev.screentest.benchmarks.pool;

/** A fork ended too early, or had to be ended; the message says how. */
final class ForkLostException extends Exception {

  private static final long serialVersionUID = 1L;

  ForkLostException(String message) {
    super(message);
  }
}
