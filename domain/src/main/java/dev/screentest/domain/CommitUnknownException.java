package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/** The connection was lost during the commit: the work is stored, or it is not. */
public final class CommitUnknownException extends StoreException {

  private static final long serialVersionUID = 1L;

  public CommitUnknownException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
