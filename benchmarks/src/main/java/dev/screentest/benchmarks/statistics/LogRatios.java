package dev.screentest.benchmarks.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The logarithms of a comparison's ratios, one for each round. Immutable; the order of rounds does
 * not matter to any result.
 */
public final class LogRatios {

  private final double[] values;
  private final double mean;
  private final double standardDeviation;

  private LogRatios(double[] values) {
    if (values.length < 2) {
      throw new IllegalArgumentException(
          "an interval needs at least 2 rounds, not " + values.length);
    }
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a round has no finite ratio: " + Arrays.toString(values));
    }
    Arrays.sort(values); // sums then do not depend on the order of rounds
    this.values = values;
    this.mean = Arrays.stream(values).sum() / values.length;
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    this.standardDeviation = Math.sqrt(squares / (values.length - 1));
  }

  /** Returns the ratios of two contestants' costs, given round by round in the same unit. */
  public static LogRatios of(double[] costs, double[] baselineCosts) {
    if (costs.length != baselineCosts.length) {
      throw new IllegalArgumentException(
          "rounds come in pairs, not " + costs.length + " against " + baselineCosts.length);
    }
    double[] logs = new double[costs.length];
    for (int r = 0; r < logs.length; r++) {
      logs[r] = Math.log(costs[r]) - Math.log(baselineCosts[r]);
    }
    return new LogRatios(logs);
  }

  /** Returns log ratios that are known already. */
  public static LogRatios ofLogs(double... logs) {
    return new LogRatios(logs.clone());
  }

  /** Returns the number of rounds. */
  public int rounds() {
    return values.length;
  }

  /** Returns the mean of the logarithms. */
  public double mean() {
    return mean;
  }

  /** Returns the standard deviation of the logarithms. */
  public double standardDeviation() {
    return standardDeviation;
  }

  /** Returns the standard error of the mean. */
  public double standardError() {
    return standardDeviation / Math.sqrt(values.length);
  }

  /** Returns the logarithms, ascending. */
  double[] sorted() {
    return values.clone();
  }

  /**
   * Returns the t interval of the ratio.
   *
   * @param level the confidence, such as 0.95
   */
  public RatioInterval interval(double level) {
    double halfWidth = quantile((1 + level) / 2, rounds() - 1) * standardError();
    return RatioInterval.ofLogs(mean, mean - halfWidth, mean + halfWidth, level);
  }

  /** Returns the two-sided p value of "the ratio is 1", by the paired t test. */
  public double pValue() {
    if (standardDeviation == 0) {
      return mean == 0 ? 1 : 0;
    }
    double t = Math.abs(mean) / standardError();
    return 2 * TDistribution.of(rounds() - 1.0).survivalProbability(t);
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

  /**
   * Returns the effect that so many rounds of this noise would show at 5 % with 90 % power, as a
   * fraction: 0.04 stands for a ratio of 1.04.
   */
  public double detectableEffect() {
    return Math.expm1(detectableLog(rounds()));
  }

  /**
   * Returns the smallest number of rounds of this noise that would show a ratio of {@code 1 +
   * effect} at 5 % with 90 % power, at most the given bound plus one.
   */
  public int roundsToDetect(double effect, int bound) {
    double target = Math.log1p(effect);
    int n = 2;
    while (n <= bound && detectableLog(n) > target) {
      n++;
    }
    return n;
  }

  private double detectableLog(int n) {
    return (quantile(0.975, n - 1) + quantile(0.90, n - 1)) * standardDeviation / Math.sqrt(n);
  }

  static double quantile(double probability, double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(probability);
  }
}
