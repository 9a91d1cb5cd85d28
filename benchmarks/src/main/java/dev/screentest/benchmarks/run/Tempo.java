package dev.screentest.benchmarks.run;

import java.time.Duration;

/**
 * How long a fork runs. Workloads that write have a fixed number of operations for each iteration,
 * which stands at their class: larger for warming up, since the JVM compiles a method for good only
 * after 5 000 calls (its flag Tier4InvocationThreshold).
 *
 * @param warmups iterations before the measured ones, of a workload that reads
 * @param iterations measured iterations, of a workload that reads
 * @param iteration how long an iteration of a workload that reads lasts
 * @param warmupBatches iterations before the measured ones, of a workload that writes
 * @param batches measured iterations, of a workload that writes
 */
public record Tempo(
    int warmups, int iterations, Duration iteration, int warmupBatches, int batches) {

  /** What a batch that warms up takes: 1 500 operations of one to two milliseconds. */
  private static final Duration WARMUP_BATCH = Duration.ofMillis(2_500);

  /** What a measured batch takes, with the reset before it. */
  private static final Duration BATCH = Duration.ofMillis(500);

  /** What starting and loading takes. */
  private static final Duration START = Duration.ofSeconds(4);

  /** The default: the compiler is done, and a fork takes ten to twenty seconds. */
  public static final Tempo NORMAL = new Tempo(8, 5, Duration.ofMillis(500), 4, 5);

  /** A first look: the compiler is still at work. */
  public static final Tempo QUICK = new Tempo(4, 4, Duration.ofMillis(300), 2, 3);

  /** Returns what a fork takes, roughly. */
  Duration estimatedFork(boolean isRead) {
    Duration measuring =
        isRead
            ? iteration.multipliedBy(warmups + iterations)
            : WARMUP_BATCH.multipliedBy(warmupBatches).plus(BATCH.multipliedBy(batches));
    return START.plus(measuring);
  }
}
