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

  private static final int LEAST = 15;

  /**
   * Returns batches of longer operations: fewer, but for as long, since a compiler wants time as
   * well as calls.
   *
   * @param operation how long one takes, roughly, whoever does it
   */
  static Batches ofOperations(Duration operation) {
    int warmup = (int) Math.max(LEAST, WARMUP.dividedBy(operation));
    return new Batches(
        Math.min(SMALL.warmup, warmup),
        Math.min(SMALL.measured, warmup * SMALL.measured / SMALL.warmup));
  }
}
