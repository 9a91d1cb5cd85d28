package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/** An object has an id and is not of this unit of work; merge it instead. */
public final class DetachedException extends StoreException {

  private static final long serialVersionUID = 1L;

  public DetachedException(String message) {
    this(message, null);
  }

  public DetachedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
