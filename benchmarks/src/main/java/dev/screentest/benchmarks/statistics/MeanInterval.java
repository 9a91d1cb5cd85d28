package dev.screentest.benchmarks.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A mean over forks and its t interval. It speaks of this machine at this hour, nothing else.
 *
 * @param mean the mean
 * @param low the lower end; null where there is one fork only
 * @param high the upper end; null where there is one fork only
 */
public record MeanInterval(double mean, @Nullable Double low, @Nullable Double high) {

  /**
   * Returns the mean of the values of forks.
   *
   * @param level the confidence, such as 0.95
   */
  public static MeanInterval of(double[] forks, double level) {
    double mean = Arrays.stream(forks).average().orElseThrow();
    if (forks.length < 2) {
      return new MeanInterval(mean, null, null);
    }
    double squares = Arrays.stream(forks).map(value -> (value - mean) * (value - mean)).sum();
    double standardError = Math.sqrt(squares / (forks.length - 1) / forks.length);
    double halfWidth = LogEstimate.quantile((1 + level) / 2, forks.length - 1.0) * standardError;
    return new MeanInterval(mean, mean - halfWidth, mean + halfWidth);
  }
}
