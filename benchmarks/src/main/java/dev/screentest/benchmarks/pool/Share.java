package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.statistics.LogRatios;
import dev.screentest.benchmarks.statistics.RatioInterval;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A ratio over the rounds that both sides have, with its 95 % t interval.
 *
 * @param ratio the geometric mean over rounds
 * @param low the lower end; null with one round
 * @param high the upper end; null with one round
 */
public record Share(double ratio, @Nullable Double low, @Nullable Double high) {

  static final double LEVEL = 0.95;

  /**
   * Returns the ratio of values by round; null if there is no round with both, or one of them is
   * not above 0.
   */
  static @Nullable Share of(Map<Integer, Double> values, Map<Integer, Double> others) {
    SortedSet<Integer> rounds = new TreeSet<>(values.keySet());
    rounds.retainAll(others.keySet());
    double[] logs =
        rounds.stream()
            .mapToDouble(round -> Math.log(value(values, round)) - Math.log(value(others, round)))
            .toArray();
    return of(logs);
  }

  private static double value(Map<Integer, Double> values, int round) {
    return values.getOrDefault(round, Double.NaN);
  }

  /** Returns the ratio of which these are the logarithms; null if there is none, or none finite. */
  static @Nullable Share of(double[] logs) {
    for (double log : logs) {
      if (!Double.isFinite(log)) {
        return null;
      }
    }
    if (logs.length == 0) {
      return null;
    }
    if (logs.length == 1) {
      return new Share(Math.exp(logs[0]), null, null);
    }
    RatioInterval interval = LogRatios.ofLogs(logs).interval(LEVEL);
    return new Share(interval.ratio(), interval.low(), interval.high());
  }

  /** Returns whether 1 is outside of the interval. */
  public boolean isToldFromOne() {
    return low != null && high != null && (low > 1 || high < 1);
  }
}
