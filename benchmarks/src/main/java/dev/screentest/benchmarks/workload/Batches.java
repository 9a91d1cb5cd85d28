package dev.screentest.benchmarks.workload;

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

  /** Of operations of a hundred rows and more. */
  static final Batches LARGE = new Batches(50, 10);
}
