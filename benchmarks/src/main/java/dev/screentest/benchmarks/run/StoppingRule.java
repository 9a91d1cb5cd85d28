package dev.screentest.benchmarks.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When enough is measured: after so many rounds, when the intervals are narrow enough, or when the
 * time is over. Never because something is significant: who stops as soon as it is finds
 * differences where there are none.
 *
 * @param rounds how many at the most; null for as many as the time allows
 * @param targetHalfWidth the precision of all ratios of a workload, such as 0.03; null for any
 * @param budget how long it may take; null for as long as it takes
 */
public record StoppingRule(
    @Nullable Integer rounds, @Nullable Double targetHalfWidth, @Nullable Duration budget) {

  /** With fewer rounds the precision is a lucky one, and the intervals do not hold. */
  static final int LEAST_ROUNDS_FOR_PRECISION = 8;

  /** Rounds that just fit seldom do: one stall, and the last of them is not begun. */
  private static final double SLACK = 1.05;

  public StoppingRule {
    if (rounds == null && budget == null && targetHalfWidth == null) {
      throw new IllegalArgumentException("a run without rounds, precision or budget has no end");
    }
  }

  /** Fixed rounds. */
  public static StoppingRule rounds(int rounds) {
    return new StoppingRule(rounds, null, null);
  }

  boolean allowsRound(int round) {
    return rounds == null || round <= rounds;
  }

  /** Returns whether what takes so long may still begin. */
  boolean hasTimeFor(Duration cost, Duration elapsed) {
    return budget == null || elapsed.plus(cost).compareTo(budget) <= 0;
  }

  /**
   * Returns how many rounds can be expected in a time, the one that begins now among them.
   *
   * @param cost of one
   */
  static long roundsWithin(Duration time, Duration cost) {
    return cost.isZero() ? 0 : Math.max(1, (long) (time.toNanos() / (SLACK * cost.toNanos())));
  }
}
