package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/** A statement, a lock or a free connection did not come within its time. */
public final class StoreTimeoutException extends StoreException {

  private static final long serialVersionUID = 1L;

  public StoreTimeoutException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
