package dev.screentest.benchmarks.statistics;

import java.util.Arrays;

/**
 * The straight line with the least squared distances to points.
 *
 * @param intercept the value at 0
 * @param slope what the value grows by for each 1
 * @param misfit the largest distance of a point from the line, as a share of its value
 */
public record StraightLine(double intercept, double slope, double misfit) {

  /**
   * Fits a line.
   *
   * @param x where the points are; two different ones at least
   * @param y their values, all positive
   */
  public static StraightLine through(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "points have both coordinates, not " + x.length + " and " + y.length);
    }
    for (int i = 0; i < x.length; i++) {
      if (!(y[i] > 0) || !Double.isFinite(y[i]) || !Double.isFinite(x[i])) {
        throw new IllegalArgumentException("no point of a line: " + x[i] + ", " + y[i]);
      }
    }
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < x.length; i++) {
      covariance += (x[i] - meanX) * (y[i] - meanY);
      variance += (x[i] - meanX) * (x[i] - meanX);
    }
    if (!(variance > 0)) {
      throw new IllegalArgumentException("a line needs two different points");
    }
    double slope = covariance / variance;
    double intercept = meanY - slope * meanX;
    double misfit = 0;
    for (int i = 0; i < x.length; i++) {
      misfit = Math.max(misfit, Math.abs(intercept + slope * x[i] - y[i]) / y[i]);
    }
    return new StraightLine(intercept, slope, misfit);
  }
}
