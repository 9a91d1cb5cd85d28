package dev.screentest.benchmarks.analysis;

/**
 * How well a delay was kept, over all forks behind it.
 *
 * @param askedNanos what a round trip was to take longer
 * @param waitedNanos what it took longer on average, as the forks' clocks saw it
 * @param worstNanos the mean of the fork that is the furthest from what was asked
 */
public record DelayFidelity(long askedNanos, double waitedNanos, double worstNanos) {

  /** Returns the error of the mean, as a share of what was asked. */
  public double error() {
    return waitedNanos / askedNanos - 1;
  }

  /** Returns the error of the worst fork, as a share of what was asked. */
  public double worstError() {
    return worstNanos / askedNanos - 1;
  }
}
