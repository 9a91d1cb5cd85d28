package dev.screentest.benchmarks.run;

import java.time.Duration;

/**
 * After how long a fork is taken for one that hangs.
 *
 * @param start until it has loaded its data and verified its answers
 * @param slice until a slice is over, with the reset before and the check after it
 */
public record Patience(Duration start, Duration slice) {

  /** Enough for the largest data set on a slow machine. */
  public static final Patience DEFAULT =
      new Patience(Duration.ofMinutes(15), Duration.ofMinutes(5));
}
