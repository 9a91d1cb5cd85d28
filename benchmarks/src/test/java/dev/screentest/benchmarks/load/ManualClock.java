package dev.screentest.benchmarks.load;

/** A clock that moves only when it is told to, or waited for. Not thread-safe. */
final class ManualClock implements Clock {

  static final long MILLI = 1_000_000;

  private long now;

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void pauseUntil(long nanos) {
    now = Math.max(now, nanos);
  }

  /** Lets time pass. */
  void pass(long nanos) {
    now += nanos;
  }
}
