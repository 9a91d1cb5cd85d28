package dev.screentest.benchmarks.load;

import java.util.concurrent.locks.LockSupport;

/** The clock of this JVM, from the moment when it was first asked: never negative. */
final class SystemClock implements Clock {

  private final long origin = System.nanoTime();

  @Override
  public long nanos() {
    return System.nanoTime() - origin;
  }

  /** Sleeps: who turned round and round instead would take the CPU of those that are measured. */
  @Override
  public void pauseUntil(long nanos) throws InterruptedException {
    for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while waiting for its time");
      }
    }
  }
}
