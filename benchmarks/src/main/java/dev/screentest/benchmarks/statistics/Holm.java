package dev.screentest.benchmarks.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's step-down correction: all p values of a family together keep their error rate (1979). */
public final class Holm {

  private Holm() {}

  /** Returns the adjusted p values, each at the place of its own. */
  public static double[] adjust(double... pValues) {
    int n = pValues.length;
    int[] ascending =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[n];
    double largest = 0;
    for (int step = 0; step < n; step++) {
      largest = Math.max(largest, Math.min(1, (n - step) * pValues[ascending[step]]));
      adjusted[ascending[step]] = largest;
    }
    return adjusted;
  }
}
