package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/** A row that was to be changed, merged or deleted is not there. */
public final class NotFoundException extends StoreException {

  private static final long serialVersionUID = 1L;

  public NotFoundException(String message) {
    this(message, null);
  }

  public NotFoundException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
