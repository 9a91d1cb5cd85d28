package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/**
 * An error of a store. The list of its kinds is closed and the same for every implementation; the
 * framework's own exception is the cause.
 */
public abstract sealed class StoreException extends RuntimeException
    permits CommitUnknownException,
        ConflictException,
        ConnectionLostException,
        ConstraintViolatedException,
        DatabaseErrorException,
        DetachedException,
        InvalidArgumentException,
        NotFoundException,
        ReadOnlyException,
        RelationNotLoadedException,
        StoreTimeoutException,
        UnitFinishedException,
        UnsupportedCapabilityException {

  private static final long serialVersionUID = 1L;

  StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
