package dev.screentest.benchmarks.journal;

/** A folder holds no journal, or one that cannot be understood; the message says which and why. */
public final class UnreadableJournalException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableJournalException(String message) {
    super(message);
  }

  UnreadableJournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
