package dev.screentest.testbed.fault;

/**
 * One unit of work, as it ended for its caller.
 *
 * @param writer who performed it
 * @param key by which its rows are found
 * @param beganNanos when it began, by {@link System#nanoTime}
 * @param endedNanos when it ended
 * @param error what its caller caught; empty after a commit
 */
record Attempt(
    int writer, String key, long beganNanos, long endedNanos, Outcome outcome, String error) {

  /** How a unit of work ended, as far as its caller knows. */
  enum Outcome {
    /** It returned. */
    COMMITTED,
    /** It threw something that promises that nothing is stored. */
    FAILED,
    /** It threw what says that nobody knows. */
    UNKNOWN
  }

  boolean isSince(long nanos) {
    return beganNanos - nanos >= 0;
  }

  /** Whether it was under way at some time from one moment to another. */
  boolean isUnderWay(long fromNanos, long toNanos) {
    return endedNanos - fromNanos >= 0 && toNanos - beganNanos >= 0;
  }

  long nanos() {
    return endedNanos - beganNanos;
  }
}
