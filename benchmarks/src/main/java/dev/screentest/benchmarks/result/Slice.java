package dev.screentest.benchmarks.result;

/**
 * One iteration of JMH in one fork.
 *
 * @param round counted from 1
 * @param index counted from 0, warm-up and measured slices apart
 * @param isWarmup whether it does not count
 * @param operations how many were done
 * @param nanos how long all of them took together
 * @param interference what disturbed it
 */
public record Slice(
    CellId cell,
    int round,
    int index,
    boolean isWarmup,
    long operations,
    double nanos,
    Interference interference)
    implements JournalEntry {

  /** Returns the mean time of an operation. */
  public double nanosPerOp() {
    return nanos / operations;
  }
}
