package dev.screentest.benchmarks.baton;

/** A fork can measure no more: it ended, fell silent and was ended, or spoke out of turn. */
public final class ForkGoneException extends Exception {

  private static final long serialVersionUID = 1L;

  ForkGoneException(String reason) {
    super(reason);
  }
}
