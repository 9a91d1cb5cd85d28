package dev.screentest.benchmarks.load;

import java.time.Duration;

/**
 * A stretch of an open load.
 *
 * @param perSecond how many units of work are to begin in a second, on average; above 0
 */
public record Phase(Duration length, double perSecond) {

  public Phase {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException(
          "a phase of an open load has " + perSecond + " units a second; it must be more than 0");
    }
  }
}
