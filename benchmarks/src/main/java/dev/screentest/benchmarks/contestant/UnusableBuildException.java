package dev.screentest.benchmarks.contestant;

/** What was named as a build is none; the message says why. */
public final class UnusableBuildException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableBuildException(String message) {
    super(message);
  }

  UnusableBuildException(String message, Throwable cause) {
    super(message, cause);
  }
}
