package dev.screentest.benchmarks.result;

import java.util.List;

/**
 * A whole fork: one JVM of one contestant in one round, the unit of replication.
 *
 * @param slices those that were measured, in order
 */
public record Fork(ForkEnd end, List<Slice> slices) {

  public Fork {
    slices = List.copyOf(slices);
    if (slices.isEmpty()) {
      throw new IllegalArgumentException(
          "round %d of %s has no measured slice".formatted(end.round(), end.cell()));
    }
  }

  /** Returns its round, counted from 1. */
  public int round() {
    return end.round();
  }

  /** Returns the mean time of an operation: all time over all operations, stalls included. */
  public double nanosPerOp() {
    return slices.stream().mapToDouble(Slice::nanos).sum()
        / slices.stream().mapToLong(Slice::operations).sum();
  }

  /** Returns the median over its slices of the time of an operation, which a stall leaves alone. */
  public double medianNanosPerOp() {
    double[] sorted = slices.stream().mapToDouble(Slice::nanosPerOp).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
