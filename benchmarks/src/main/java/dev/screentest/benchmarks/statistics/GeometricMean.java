package dev.screentest.benchmarks.statistics;

import java.util.List;

/**
 * The geometric mean of a contestant's ratios over several workloads. Rounds of different workloads
 * are not paired, so their standard errors are combined, with the degrees of freedom of Welch and
 * Satterthwaite.
 */
public final class GeometricMean {

  private GeometricMean() {}

  /** Returns the mean ratio over workloads and its interval. */
  public static RatioInterval interval(List<LogRatios> workloads, double level) {
    if (workloads.isEmpty()) {
      throw new IllegalArgumentException("a mean over workloads needs at least one");
    }
    double mean = workloads.stream().mapToDouble(LogRatios::mean).average().orElseThrow();
    double variance = 0;
    double denominator = 0;
    for (LogRatios workload : workloads) {
      double squaredError = workload.standardError() * workload.standardError();
      variance += squaredError;
      denominator += squaredError * squaredError / (workload.rounds() - 1);
    }
    double halfWidth =
        denominator == 0
            ? 0
            : LogRatios.quantile((1 + level) / 2, variance * variance / denominator)
                * Math.sqrt(variance)
                / workloads.size();
    return RatioInterval.ofLogs(mean, mean - halfWidth, mean + halfWidth, level);
  }
}
