package dev.screentest.domain;

/** The unit of work is over, or has failed and can only roll back. */
public final class UnitFinishedException extends StoreException {

  private static final long serialVersionUID = 1L;

  public UnitFinishedException(String message) {
    super(message, null);
  }
}
