package dev.screentest.benchmarks.statistics;

/**
 * A ratio and the interval around it.
 *
 * @param ratio the estimate: above 1 is slower, or more, than the baseline
 * @param low the lower end
 * @param high the upper end
 * @param level the confidence, such as 0.95
 */
public record RatioInterval(double ratio, double low, double high, double level) {

  static RatioInterval ofLogs(double estimate, double low, double high, double level) {
    return new RatioInterval(Math.exp(estimate), Math.exp(low), Math.exp(high), level);
  }

  /** Returns whether a ratio lies inside, the ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /**
   * Returns half the width relative to the ratio, on the logarithmic scale: 0.03 for about ±3 %.
   */
  public double halfWidth() {
    return Math.expm1((Math.log(high) - Math.log(low)) / 2);
  }
}
