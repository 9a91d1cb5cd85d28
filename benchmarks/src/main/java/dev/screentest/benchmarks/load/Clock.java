package dev.screentest.benchmarks.load;

/** Tells the time, and lets it pass. */
interface Clock {

  /** The clock of this JVM. */
  Clock SYSTEM = new SystemClock();

  /** Returns the nanoseconds since some moment of the past. */
  long nanos();

  /** Returns at a time, or at once if that has passed. */
  void pauseUntil(long nanos) throws InterruptedException;
}
