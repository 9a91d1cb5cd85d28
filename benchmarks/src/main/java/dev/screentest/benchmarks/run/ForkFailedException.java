package dev.screentest.benchmarks.run;

import org.jspecify.annotations.Nullable;

/** A fork ended without a result; the message gives the reason. */
final class ForkFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  ForkFailedException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
