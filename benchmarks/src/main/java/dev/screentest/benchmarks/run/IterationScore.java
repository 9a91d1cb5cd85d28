package dev.screentest.benchmarks.run;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * What an iteration of JMH says: operations, and the time that all of them took together.
 *
 * @param operations how many were done
 * @param nanos their time; with several threads, the time of all of them
 * @param profiledBytesPerOp what JMH's gc profiler says; NaN where it was not there
 */
record IterationScore(long operations, double nanos, double profiledBytesPerOp) {

  private static final String ALLOCATION_OF_PROFILER = "gc.alloc.rate.norm";

  static IterationScore of(IterationResult iteration) {
    double unitNanos = iteration.getBenchmarkParams().getTimeUnit().toNanos(1);
    Result<?> allocation = iteration.getSecondaryResults().get(ALLOCATION_OF_PROFILER);
    double bytes = allocation == null ? Double.NaN : allocation.getScore();
    if (iteration.getBenchmarkParams().getMode() == Mode.SingleShotTime) {
      // The score is that of the whole batch, which JMH counts as one.
      return new IterationScore(
          iteration.getParams().getBatchSize(),
          iteration.getPrimaryResult().getScore() * unitNanos,
          bytes);
    }
    long operations = iteration.getMetadata().getMeasuredOps();
    double[] times =
        iteration.getRawPrimaryResults().stream()
            .mapToDouble(thread -> thread.getScore())
            .toArray();
    return new IterationScore(operations, operations * unitNanos * meanTime(times), bytes);
  }

  /**
   * Returns the mean over all operations. Threads of one iteration measure equally long, so those
   * that did more operations have the shorter times: the harmonic mean weighs each by its
   * operations.
   */
  private static double meanTime(double[] timesOfThreads) {
    return timesOfThreads.length / Arrays.stream(timesOfThreads).map(time -> 1 / time).sum();
  }
}
