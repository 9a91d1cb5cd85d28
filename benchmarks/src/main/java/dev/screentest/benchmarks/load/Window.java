package dev.screentest.benchmarks.load;

/** The stretch of time that counts: unknown at first, then fixed. Thread-safe. */
final class Window {

  private volatile long start = Long.MAX_VALUE;
  private volatile long end = Long.MAX_VALUE;

  /** Fixes it. The end first: nobody may find a window that has begun and no end. */
  void set(long newStart, long newEnd) {
    end = newEnd;
    start = newStart;
  }

  boolean contains(long nanos) {
    return nanos >= start && nanos < end;
  }

  boolean isOver(long nanos) {
    return nanos >= end;
  }

  long start() {
    return start;
  }

  /** Returns how much of a stretch of time is within. */
  long overlap(long from, long to) {
    return Math.max(0, Math.min(to, end) - Math.max(from, start));
  }

  double seconds() {
    return (end - start) / 1e9;
  }
}
