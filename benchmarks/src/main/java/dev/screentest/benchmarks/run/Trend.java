package dev.screentest.benchmarks.run;

import java.util.Arrays;
import java.util.List;

/**
 * Whether a fork became faster while it was measured: Kendall's test against time, one-sided at 1
 * %, and a last third that is faster than the first by more than noise matters.
 */
final class Trend {

  private static final double QUANTILE = 2.326;
  private static final double MATTERS = 0.03;

  private Trend() {}

  /** Returns whether the slices, in their order, were still becoming faster. */
  static boolean isFalling(List<Double> nanosPerOp) {
    int n = nanosPerOp.size();
    if (n < 4) {
      return false;
    }
    int s = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        s += Double.compare(nanosPerOp.get(j), nanosPerOp.get(i));
      }
    }
    // Kendall 1970: the variance without ties; continuity corrected.
    double deviation = Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
    int third = Math.max(1, n / 3);
    double first = median(nanosPerOp.subList(0, third));
    double last = median(nanosPerOp.subList(n - third, n));
    return (s + 1) / deviation < -QUANTILE && last < first * (1 - MATTERS);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
