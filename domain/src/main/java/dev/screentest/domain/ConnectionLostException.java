package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/** The connection to the database broke, or could not be made; nothing was committed. */
public final class ConnectionLostException extends StoreException {

  private static final long serialVersionUID = 1L;

  public ConnectionLostException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
