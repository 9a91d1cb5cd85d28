package dev.screentest.benchmarks.baton;

/** A fork can measure no more: it ended, fell silent and was ended, or spoke out of turn. */
public final class ForkGoneException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean isItsOwnEnd;

  ForkGoneException(String reason, boolean isItsOwnEnd) {
    super(reason);
    this.isItsOwnEnd = isItsOwnEnd;
  }

  /** Returns whether the fork ended by itself, so that its JMH may know more about the reason. */
  public boolean isItsOwnEnd() {
    return isItsOwnEnd;
  }
}
