package dev.screentest.benchmarks.statistics;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Whether forks became faster while they were measured: Kendall's test against time, his sums of
 * all forks together, one-sided at 1 %, and a last third of the slices that is faster than the
 * first by more than noise matters.
 *
 * <p>Few slices of a single fork show nothing at this level, however they fall: with the normal
 * approximation it takes six. Two forks of four slices do.
 */
public final class Trend {

  private static final double QUANTILE = 2.326;
  private static final double MATTERS = 0.03;

  private Trend() {}

  /**
   * Returns whether the forks of a cell were still becoming faster.
   *
   * @param forks nanoseconds of an operation in each slice, in the order of time
   */
  public static boolean isFalling(List<List<Double>> forks) {
    int s = 0;
    double variance = 0;
    for (List<Double> slices : forks) {
      int n = slices.size();
      s += sum(slices);
      // Kendall 1970: the variance without ties.
      variance += n * (n - 1.0) * (2.0 * n + 5) / 18;
    }
    // Continuity corrected.
    return variance > 0
        && (s + 1) / Math.sqrt(variance) < -QUANTILE
        && median(forks.stream().mapToDouble(Trend::change)) < 1 - MATTERS;
  }

  private static int sum(List<Double> slices) {
    int s = 0;
    for (int i = 0; i < slices.size(); i++) {
      for (int j = i + 1; j < slices.size(); j++) {
        s += Double.compare(slices.get(j), slices.get(i));
      }
    }
    return s;
  }

  /** The last third by the first. */
  private static double change(List<Double> slices) {
    int n = slices.size();
    int third = Math.max(1, n / 3);
    return n == 0 ? 1 : median(slices.subList(n - third, n)) / median(slices.subList(0, third));
  }

  private static double median(List<Double> values) {
    return median(values.stream().mapToDouble(Double::doubleValue));
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
