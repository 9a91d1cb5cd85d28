package dev.screentest.benchmarks.statistics;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The logarithms of a comparison's ratios, one for each round. Immutable; the order of rounds does
 * not matter to any result.
 */
public final class LogRatios {

  /** In so many runs of all a test is to find what is there. */
  private static final double POWER = 0.9;

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

  /** Returns the mean with its error, as rounds are combined with others. */
  public LogEstimate estimate() {
    return new LogEstimate(mean, standardError(), rounds() - 1.0);
  }

  /**
   * Returns the t interval of the ratio.
   *
   * @param level the confidence, such as 0.95
   */
  public RatioInterval interval(double level) {
    return estimate().interval(level);
  }

  /** Returns the two-sided p value of "the ratio is 1", by the paired t test. */
  public double pValue() {
    return estimate().pValue();
  }

  /**
   * Returns whether the ratio is 1 for all practical purposes.
   *
   * @param margin such as 0.03: ratios from 1/1.03 to 1.03 are the same
   */
  public boolean isSame(double margin) {
    return estimate().isSame(margin);
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

  /**
   * Returns the smallest number of rounds of this noise after which a verdict can be expected, at
   * 90 % power: that the ratio is the one estimated now and not 1, or that it lies inside the
   * margin. At least six, since with fewer every verdict is marked. Empty where that is more than
   * the bound.
   *
   * @param familySize comparisons that share the error of 5 %
   */
  public OptionalInt roundsToVerdict(double margin, int familySize, int bound) {
    double distance = Math.abs(mean);
    double level = 1 - Verdict.ALPHA / (2.0 * familySize);
    return IntStream.rangeClosed(SignedRank.MIN_ROUNDS, bound)
        .filter(n -> detectableLog(n, level) <= distance || powerOfSame(n, margin) >= POWER)
        .findFirst();
  }

  /**
   * Returns how often so many rounds would exclude both ends of the margin, if the ratio is the one
   * estimated now. With a ratio of 1 each has to be in 95 of 100 runs for both to be in 90; nearer
   * to one end the other is out of reach, and 90 are enough for the one.
   */
  private double powerOfSame(int n, double margin) {
    TDistribution t = TDistribution.of(n - 1.0);
    double error = standardDeviation / Math.sqrt(n);
    double critical = t.inverseCumulativeProbability(1 - Verdict.ALPHA);
    double end = Math.log1p(margin);
    return t.cumulativeProbability((end - mean) / error - critical)
        + t.cumulativeProbability((end + mean) / error - critical)
        - 1;
  }

  private double detectableLog(int n) {
    return detectableLog(n, 1 - Verdict.ALPHA / 2);
  }

  private double detectableLog(int n, double level) {
    double freedom = n - 1.0;
    return (LogEstimate.quantile(level, freedom) + LogEstimate.quantile(POWER, freedom))
        * standardDeviation
        / Math.sqrt(n);
  }
}
