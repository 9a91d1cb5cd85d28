package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/** A write was tried in a unit of work that only reads. */
public final class ReadOnlyException extends StoreException {

  private static final long serialVersionUID = 1L;

  public ReadOnlyException(String message) {
    this(message, null);
  }

  public ReadOnlyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
