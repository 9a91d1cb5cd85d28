package dev.screentest.benchmarks.run;

import java.time.Duration;

/**
 * How long a fork runs. Workloads that write have a fixed number of operations for each iteration,
 * which stands at their class.
 *
 * @param warmups iterations before the measured ones, of a workload that reads
 * @param iterations measured iterations, of a workload that reads
 * @param iteration how long an iteration of a workload that reads lasts
 * @param warmupBatches iterations before the measured ones, of a workload that writes
 * @param batches measured iterations, of a workload that writes
 */
public record Tempo(
    int warmups, int iterations, Duration iteration, int warmupBatches, int batches) {

  /** The default: the compiler is done, and a fork takes some ten seconds. */
  public static final Tempo NORMAL = new Tempo(8, 5, Duration.ofMillis(500), 4, 5);

  /** A first look: the compiler is still at work. */
  public static final Tempo QUICK = new Tempo(4, 4, Duration.ofMillis(300), 2, 3);

  /** Returns what a fork takes, roughly: its iterations, and as long for starting and loading. */
  Duration estimatedFork() {
    return iteration.multipliedBy(warmups + iterations).plusSeconds(4);
  }
}
