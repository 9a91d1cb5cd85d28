package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/** The database refused for a reason that no other exception of this list stands for. */
public final class DatabaseErrorException extends StoreException {

  private static final long serialVersionUID = 1L;

  public DatabaseErrorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
