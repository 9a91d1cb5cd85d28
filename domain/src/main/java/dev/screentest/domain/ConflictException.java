package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/** Another transaction was in the way (deadlock or serialisation failure); try the unit again. */
public final class ConflictException extends StoreException {

  private static final long serialVersionUID = 1L;

  public ConflictException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
