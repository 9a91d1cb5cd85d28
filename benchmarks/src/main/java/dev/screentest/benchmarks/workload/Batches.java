package dev.screentest.benchmarks.workload;

import java.time.Duration;

/**
 * How many operations a workload does at a time whose slices are no matter of time. Of one that
 * writes they are those between two resets, so that nobody's speed decides how large its tables
 * grow.
 *
 * @param warmup those of a batch that warms up
 * @param measured those of a batch that counts
 */
public record Batches(int warmup, int measured) {

  /** Of operations that take a second. */
  static final Batches SINGLE = new Batches(1, 1);

  /** Of operations of a row, a graph or ten rows. */
  static final Batches SMALL = new Batches(2000, 400);

  /** What a batch that warms up takes: what 2 000 operations of a little over a millisecond do. */
  private static final Duration WARMUP = Duration.ofMillis(2500);

  private static final int LEAST_WARMUP = 15;

  /** Fewer are no mean, however long one takes. */
  private static final int LEAST_MEASURED = 10;

  /** Fewer operations than these do not count, however long they wait. */
  private static final int LEAST_BEHIND_DELAY = 50;

  /** Two round trips of this delay double what an operation takes. */
  private static final Duration AS_LONG_AGAIN = Duration.ofMillis(1);

  /**
   * Returns batches of longer operations: fewer, but for as long, since a compiler wants time as
   * well as calls.
   *
   * @param operation how long one takes, roughly, whoever does it
   */
  static Batches ofOperations(Duration operation) {
    int warmup = (int) Math.max(LEAST_WARMUP, WARMUP.dividedBy(operation));
    int measured = Math.max(LEAST_MEASURED, warmup * SMALL.measured / SMALL.warmup);
    return new Batches(Math.min(SMALL.warmup, warmup), Math.min(SMALL.measured, measured));
  }

  /**
   * Returns batches for a longer way to the server: fewer operations count, since they do little
   * but wait; those that warm up do not wait.
   */
  Batches behind(Duration delay) {
    double fewer = 1 + (double) delay.toNanos() / AS_LONG_AGAIN.toNanos();
    int least = Math.min(measured, LEAST_BEHIND_DELAY);
    return new Batches(warmup, Math.max(least, (int) (measured / fewer)));
  }
}
