package dev.screentest.benchmarks.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimate of the logarithm of a ratio, with what is needed for intervals and tests.
 *
 * @param mean the estimate
 * @param standardError its standard error
 * @param degreesOfFreedom those of the standard error
 */
public record LogEstimate(double mean, double standardError, double degreesOfFreedom) {

  public LogEstimate {
    if (!Double.isFinite(mean) || !(standardError >= 0) || !(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException(
          "no estimate: %s ± %s with %s degrees of freedom"
              .formatted(mean, standardError, degreesOfFreedom));
    }
  }

  /**
   * Returns the t interval of the ratio.
   *
   * @param level the confidence, such as 0.95
   */
  public RatioInterval interval(double level) {
    double halfWidth = quantile((1 + level) / 2, degreesOfFreedom) * standardError;
    return RatioInterval.ofLogs(mean, mean - halfWidth, mean + halfWidth, level);
  }

  /** Returns the two-sided p value of "the ratio is 1". */
  public double pValue() {
    if (standardError == 0) {
      return mean == 0 ? 1 : 0;
    }
    return 2
        * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(mean) / standardError);
  }

  /** Returns the one-sided p value of "the ratio is at most the bound". */
  public double pValueAbove(double bound) {
    double distance = mean - Math.log(bound);
    if (standardError == 0) {
      return distance == 0 ? 0.5 : distance > 0 ? 0 : 1;
    }
    return TDistribution.of(degreesOfFreedom).survivalProbability(distance / standardError);
  }

  /**
   * Returns whether the ratio is 1 for all practical purposes: the 90 % interval lies inside the
   * margin, which is the two one-sided tests procedure (Schuirmann 1987) at 5 %.
   *
   * @param margin such as 0.03: ratios from 1/1.03 to 1.03 are the same
   */
  public boolean isSame(double margin) {
    RatioInterval interval = interval(0.90);
    return interval.low() >= 1 / (1 + margin) && interval.high() <= 1 + margin;
  }

  /** Returns the estimate of this ratio over another, which is independent of it (Welch 1947). */
  public LogEstimate over(LogEstimate other) {
    return sum(mean - other.mean, List.of(this, other), 1);
  }

  /** Adds independent errors, with the degrees of freedom of Welch and Satterthwaite. */
  static LogEstimate sum(double mean, List<LogEstimate> parts, double divisor) {
    double variance = 0;
    double denominator = 0;
    double freedomWithoutError = 0;
    for (LogEstimate part : parts) {
      double squaredError = part.standardError * part.standardError;
      variance += squaredError;
      denominator += squaredError * squaredError / part.degreesOfFreedom;
      freedomWithoutError += part.degreesOfFreedom;
    }
    return new LogEstimate(
        mean,
        Math.sqrt(variance) / divisor,
        denominator == 0 ? freedomWithoutError : variance * variance / denominator);
  }

  static double quantile(double probability, double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(probability);
  }
}
