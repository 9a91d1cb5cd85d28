package dev.screentest.benchmarks.statistics;

import java.util.Arrays;

/**
 * The exact Wilcoxon signed-rank interval with the Hodges-Lehmann estimate: a cross-check of the t
 * interval that does not assume normal noise (Hollander, Wolfe, Chicken 2014, section 3.3).
 */
public final class SignedRank {

  /** With fewer rounds no interval reaches 95 %. */
  public static final int MIN_ROUNDS = 6;

  private SignedRank() {}

  /**
   * Returns the interval of the smallest level that the ranks allow at or above the wanted one.
   *
   * @throws IllegalArgumentException if there are fewer than {@link #MIN_ROUNDS} rounds
   */
  public static RatioInterval interval(LogRatios ratios, double level) {
    int n = ratios.rounds();
    if (n < MIN_ROUNDS) {
      throw new IllegalArgumentException(
          "the signed-rank interval needs at least " + MIN_ROUNDS + " rounds, not " + n);
    }
    double[] averages = walshAverages(ratios.sorted());
    int cut = criticalValue(n, (1 - level) / 2);
    return RatioInterval.ofLogs(
        median(averages), averages[cut], averages[averages.length - 1 - cut], level);
  }

  /**
   * Returns whether this cross-check and the t interval differ about 1; false where it has none.
   */
  public static boolean disagreesAboutOne(LogRatios ratios, double level) {
    return ratios.rounds() >= MIN_ROUNDS
        && interval(ratios, level).contains(1) != ratios.interval(level).contains(1);
  }

  /** Returns the means of all pairs, each value with itself too, ascending. */
  private static double[] walshAverages(double[] values) {
    double[] averages = new double[values.length * (values.length + 1) / 2];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i; j < values.length; j++) {
        averages[next++] = (values[i] + values[j]) / 2;
      }
    }
    Arrays.sort(averages);
    return averages;
  }

  /**
   * Returns the largest k for which the rank sum is at most k with no more than the probability.
   */
  private static int criticalValue(int n, double probability) {
    double[] density = rankSumDensity(n);
    double cumulative = 0;
    int k = -1;
    while (cumulative + density[k + 1] <= probability) {
      cumulative += density[++k];
    }
    if (k < 0) {
      throw new IllegalArgumentException(
          n + " rounds allow no interval with " + probability + " in each tail");
    }
    return k;
  }

  /** Returns the probability of each sum of ranks when every rank counts by the toss of a coin. */
  private static double[] rankSumDensity(int n) {
    double[] density = new double[n * (n + 1) / 2 + 1];
    density[0] = 1;
    int largest = 0;
    for (int rank = 1; rank <= n; rank++) {
      largest += rank;
      for (int sum = largest; sum >= 0; sum--) {
        double without = density[sum];
        double with = sum >= rank ? density[sum - rank] : 0;
        density[sum] = (without + with) / 2;
      }
    }
    return density;
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
