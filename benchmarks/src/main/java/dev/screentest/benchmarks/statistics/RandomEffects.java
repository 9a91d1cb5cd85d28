package dev.screentest.benchmarks.statistics;

import java.util.List;

/**
 * Combines runs at different times: each has errors of its own, and the truth itself moves from one
 * to the next. The variance between runs is estimated as DerSimonian and Laird do (1986), the error
 * of the mean as Hartung and Knapp (2001), never below that of runs that agree by luck (Röver,
 * Knapp, Friede 2015).
 *
 * @param mean the combined estimate, with as many degrees of freedom as runs less one
 * @param betweenRuns the variance of the truth from run to run, on the logarithmic scale
 */
public record RandomEffects(LogEstimate mean, double betweenRuns) {

  /** With fewer runs nothing is said about the variance between them. */
  public static final int MIN_RUNS = 3;

  /** Combines the estimates of runs. */
  public static RandomEffects of(List<LogEstimate> runs) {
    int k = runs.size();
    if (k < 2) {
      throw new IllegalArgumentException("a variance between runs needs at least 2, not " + k);
    }
    if (runs.stream().anyMatch(run -> run.standardError() == 0)) {
      return ofEqualWeights(runs);
    }
    double[] weights = runs.stream().mapToDouble(run -> weight(run, 0)).toArray();
    double sum = 0;
    double squares = 0;
    for (double weight : weights) {
      sum += weight;
      squares += weight * weight;
    }
    double heterogeneity = spread(runs, 0, mean(runs, 0));
    double betweenRuns = Math.max(0, (heterogeneity - (k - 1)) / (sum - squares / sum));
    double mean = mean(runs, betweenRuns);
    double total = runs.stream().mapToDouble(run -> weight(run, betweenRuns)).sum();
    double scale = Math.max(1, spread(runs, betweenRuns, mean) / (k - 1));
    return new RandomEffects(new LogEstimate(mean, Math.sqrt(scale / total), k - 1.0), betweenRuns);
  }

  /** Runs without any error of their own leave only what differs between them. */
  private static RandomEffects ofEqualWeights(List<LogEstimate> runs) {
    LogRatios means = LogRatios.ofLogs(runs.stream().mapToDouble(LogEstimate::mean).toArray());
    double deviation = means.standardDeviation();
    return new RandomEffects(means.estimate(), deviation * deviation);
  }

  private static double weight(LogEstimate run, double betweenRuns) {
    return 1 / (run.standardError() * run.standardError() + betweenRuns);
  }

  private static double mean(List<LogEstimate> runs, double betweenRuns) {
    double sum = 0;
    double weights = 0;
    for (LogEstimate run : runs) {
      sum += weight(run, betweenRuns) * run.mean();
      weights += weight(run, betweenRuns);
    }
    return sum / weights;
  }

  private static double spread(List<LogEstimate> runs, double betweenRuns, double mean) {
    return runs.stream()
        .mapToDouble(run -> weight(run, betweenRuns) * Math.pow(run.mean() - mean, 2))
        .sum();
  }
}
