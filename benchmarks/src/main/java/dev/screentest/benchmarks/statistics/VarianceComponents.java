package dev.screentest.benchmarks.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * How much of the noise comes from slices within a fork, and how much from one fork to the next
 * (Kalibera, Jones 2013, with the corrected formula of their reference code).
 *
 * @param withinForks the variance of slices in the same fork
 * @param betweenForks the variance that forks add; negative estimates are reported as 0
 */
public record VarianceComponents(double withinForks, double betweenForks) {

  /**
   * Returns the components of the logarithms of slices, fork by fork. Where forks have different
   * numbers of slices, the harmonic mean stands for them.
   */
  public static VarianceComponents of(List<double[]> forks) {
    if (forks.size() < 2 || forks.stream().anyMatch(fork -> fork.length < 2)) {
      throw new IllegalArgumentException(
          "variance components need at least 2 forks of at least 2 slices each");
    }
    double within =
        forks.stream().mapToDouble(VarianceComponents::variance).average().orElseThrow();
    double ofMeans =
        variance(
            forks.stream()
                .mapToDouble(fork -> Arrays.stream(fork).average().orElseThrow())
                .toArray());
    double slices = forks.size() / forks.stream().mapToDouble(fork -> 1.0 / fork.length).sum();
    return new VarianceComponents(within, Math.max(0, ofMeans - within / slices));
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum()
        / (values.length - 1);
  }
}
