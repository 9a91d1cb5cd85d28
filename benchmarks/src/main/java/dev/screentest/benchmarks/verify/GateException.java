package dev.screentest.benchmarks.verify;

/** Something is not as it must be for a cell to be timed; the message says what. */
final class GateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GateException(String message) {
    super(message);
  }
}
