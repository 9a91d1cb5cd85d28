package dev.screentest.benchmarks.statistics;

import java.util.List;

/**
 * The geometric mean of a contestant's ratios over several workloads. Rounds of different workloads
 * are not paired, so their standard errors are combined, with the degrees of freedom of Welch and
 * Satterthwaite.
 */
public final class GeometricMean {

  private GeometricMean() {}

  /** Returns the mean ratio over workloads. */
  public static LogEstimate of(List<LogEstimate> workloads) {
    if (workloads.isEmpty()) {
      throw new IllegalArgumentException("a mean over workloads needs at least one");
    }
    double mean = workloads.stream().mapToDouble(LogEstimate::mean).average().orElseThrow();
    return LogEstimate.sum(mean, workloads, workloads.size());
  }
}
