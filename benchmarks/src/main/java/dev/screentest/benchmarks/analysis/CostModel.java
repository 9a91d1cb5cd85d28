package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.statistics.LinearCost;
import dev.screentest.benchmarks.statistics.MeanInterval;
import org.jspecify.annotations.Nullable;

/**
 * What an operation of a contestant costs by itself and by its round trips, in nanoseconds: {@code
 * t = fixed + perUnit × delay}. What it costs per unit of delay is how often it waits for the
 * server. {@code fixed} is the cost on caches that have cooled while it waited, where two delays or
 * more tell.
 *
 * @param workload its name without a delay
 * @param rounds those in which the cell was measured behind every delay
 * @param countedRoundTrips what verification counted; null where it did not
 * @param waitedRoundTrips how often the forks waited for a delayed answer; null in older journals
 * @param added what the fixed cost is above the baseline's, paired by rounds; null for the baseline
 *     and where that has no model
 * @param negligibleFromNanos the delay from which on {@code added} is under 5 % of an operation;
 *     null where {@code added} is, and where no delay would do
 */
public record CostModel(
    String workload,
    String contestant,
    int rounds,
    LinearCost cost,
    @Nullable Double countedRoundTrips,
    @Nullable Double waitedRoundTrips,
    @Nullable MeanInterval added,
    @Nullable Double negligibleFromNanos) {

  /** What is no more than this share of an operation is negligible. */
  public static final double NEGLIGIBLE = 0.05;

  /** The slope and the count differ by no more than this share. */
  public static final double TOLERANCE = 0.05;

  /** Points are further from their line than this share: then it is no line. */
  private static final double BENT = 0.05;

  /** Returns by how much the slope differs from the count, as a share of it; null without one. */
  public @Nullable Double slopeError() {
    return countedRoundTrips == null || countedRoundTrips == 0
        ? null
        : cost.perUnit().mean() / countedRoundTrips - 1;
  }

  /** Returns whether the slope is another than the count. */
  public boolean isContradicted() {
    Double error = slopeError();
    return error != null && Math.abs(error) > TOLERANCE;
  }

  /** Returns whether the times do not lie on a line. */
  public boolean isBent() {
    return cost.misfit() > BENT;
  }
}
