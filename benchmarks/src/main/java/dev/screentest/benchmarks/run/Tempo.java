package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.verify.Cost;
import java.time.Duration;
import java.util.Collection;

/**
 * How much a fork does. Workloads that read have slices of a fixed time, those that write a fixed
 * number of operations, which stands at their class: larger for warming up.
 *
 * @param warmups slices before the measured ones, of a workload that reads
 * @param slices measured slices, of a workload that reads
 * @param warmupSlice how long such a slice lasts at least before the measured ones
 * @param slice how long a slice of short operations lasts
 * @param warmupBatches slices before the measured ones, of a workload that writes
 * @param batches measured slices, of a workload that writes
 */
public record Tempo(
    int warmups, int slices, Duration warmupSlice, Duration slice, int warmupBatches, int batches) {

  /**
   * The default. What a writing workload calls once an operation is compiled for good, which takes
   * 5 000 calls (the JVM's flag Tier4InvocationThreshold), and what a reading one calls, if an
   * operation takes less than a millisecond.
   */
  public static final Tempo NORMAL =
      new Tempo(15, 15, Duration.ofMillis(300), Duration.ofMillis(100), 3, 4);

  /** A first look: the compiler is still at work. */
  public static final Tempo QUICK =
      new Tempo(8, 8, Duration.ofMillis(100), Duration.ofMillis(100), 1, 3);

  /** Compiled for good, and then some. */
  public static final Tempo THOROUGH =
      new Tempo(40, 30, Duration.ofMillis(300), Duration.ofMillis(100), 5, 8);

  /** So many slices are one where nobody waits for a turn. */
  private static final int TOGETHER = 3;

  /**
   * A slice must have ten operations, however long one takes. How long is an estimate: it may take
   * half as long again.
   */
  private static final int AIMED_OPERATIONS = 15;

  /** What a round trip over loopback and a row take, generously, before anything was timed. */
  private static final Duration ROUND_TRIP = Duration.ofNanos(200_000);

  private static final Duration ROW = Duration.ofNanos(4_000);

  /**
   * What a slice of a workload that warms up takes: 2 000 operations of one to two milliseconds.
   */
  private static final Duration WARMUP_BATCH = Duration.ofSeconds(2);

  /** What a measured batch takes, with the reset before it. */
  private static final Duration BATCH = Duration.ofMillis(500);

  /** What it takes to start a JVM and load data; two at a time on two cores. */
  private static final Duration START = Duration.ofSeconds(4);

  /** What the change from one fork to the next takes. */
  private static final Duration CHANGE = Duration.ofMillis(15);

  /**
   * Returns how long a slice of a workload that reads lasts: longer where an operation is long.
   *
   * @param costs what an operation costs each contestant on the wire: counted, so that it is the
   *     same in every round, and after a resume
   * @param delay by how much each round trip takes longer
   */
  Duration slice(Collection<Cost> costs, Duration delay) {
    Duration longest =
        costs.stream()
            .map(
                cost ->
                    Duration.ofNanos(
                        (long)
                            (cost.roundTrips() * ROUND_TRIP.plus(delay).toNanos()
                                + cost.rowsReceived() * ROW.toNanos())))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO)
            .multipliedBy(AIMED_OPERATIONS);
    return longest.compareTo(slice) > 0 ? longest : slice;
  }

  /** Returns how long a slice that warms up lasts, where a measured one lasts so long. */
  Duration warmup(Duration measured) {
    return measured.compareTo(warmupSlice) > 0 ? measured : warmupSlice;
  }

  /**
   * Returns the tempo of a fork that is alone: it reads as long as others do, but in fewer slices,
   * since nobody waits for a turn and each slice has a cost of its own.
   */
  Tempo alone() {
    return new Tempo(
        share(warmups),
        share(slices),
        warmupSlice.multipliedBy(TOGETHER),
        slice.multipliedBy(TOGETHER),
        warmupBatches,
        batches);
  }

  private static int share(int slices) {
    return Math.max(1, Math.round((float) slices / TOGETHER));
  }

  /** Returns what a fork takes, roughly. */
  Duration estimatedFork(boolean isRead) {
    return isRead
        ? START
            .plus(warmupSlice.plus(CHANGE).multipliedBy(warmups))
            .plus(slice.plus(CHANGE).multipliedBy(slices))
        : START
            .plus(WARMUP_BATCH.multipliedBy(warmupBatches))
            .plus(BATCH.plus(CHANGE).multipliedBy(batches));
  }
}
