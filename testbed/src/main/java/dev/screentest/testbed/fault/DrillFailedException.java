package dev.screentest.testbed.fault;

/** A drill did not get to its end, so that nothing can be said of the fault. */
public final class DrillFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DrillFailedException(String message) {
    super(message);
  }

  DrillFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
