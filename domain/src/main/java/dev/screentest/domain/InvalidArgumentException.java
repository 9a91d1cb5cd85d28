package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/** An argument that cannot be, found before any SQL was sent. */
public final class InvalidArgumentException extends StoreException {

  private static final long serialVersionUID = 1L;

  public InvalidArgumentException(String message) {
    this(message, null);
  }

  public InvalidArgumentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
