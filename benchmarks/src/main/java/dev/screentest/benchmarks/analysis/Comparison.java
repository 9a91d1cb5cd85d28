package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.statistics.LogEstimate;
import dev.screentest.benchmarks.statistics.RatioInterval;
import dev.screentest.benchmarks.statistics.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A contestant held against the baseline in one workload.
 *
 * @param ratio how many times as long it takes
 * @param estimate the same with its error; null where there is one round only
 * @param verdict Holm's correction is over the workload; over all twins for the twin
 * @param ranks the signed-rank interval, a cross-check; null below 6 rounds
 * @param robust the ratio of medians over slices, which stalls leave alone; null with one round
 * @param addedNanosPerOp what an operation takes more than the baseline's
 * @param cpu how many times as much CPU time the client's process takes, compiler and collector
 *     included; null with one round, and where it could not be measured
 * @param detectableEffect the effect that this run would have shown with 90 % power, 0.04 for 4 %
 * @param roundsStillNeeded for a verdict; null where there is one, or where none can be expected
 * @param isBeyondReach whether no sensible number of rounds would bring a verdict here
 */
public record Comparison(
    double ratio,
    @Nullable LogEstimate estimate,
    Verdict verdict,
    @Nullable RatioInterval ranks,
    @Nullable RatioInterval robust,
    double addedNanosPerOp,
    @Nullable RatioInterval cpu,
    @Nullable Double detectableEffect,
    @Nullable Integer roundsStillNeeded,
    boolean isBeyondReach) {

  /** The confidence of every interval that is shown. */
  public static final double LEVEL = 0.95;

  /** More rounds than this are no sensible budget. */
  static final int SENSIBLE_ROUNDS = 100;

  /** Returns the unadjusted 95 % interval; null where there is one round only. */
  public @Nullable RatioInterval interval() {
    return estimate == null ? null : estimate.interval(LEVEL);
  }
}
