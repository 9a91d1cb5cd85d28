package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.statistics.RatioInterval;
import dev.screentest.benchmarks.statistics.RegressionVerdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two sets of runs, or two builds.
 *
 * @param baseline of the runs: the anchor of ratios
 * @param maxRegression what a cost may grow by, 0.05 for 5 %
 * @param omissions cells that failed, or have no number, and would have been compared
 * @param untrusted when the runs began in which the baseline was told apart from itself: with one
 *     of them nothing is shown
 */
public record ChangeReport(
    Basis basis,
    String baseline,
    double maxRegression,
    List<Change> changes,
    List<Omission> omissions,
    List<Instant> untrusted) {

  /** What the costs of a change are. */
  public enum Basis {
    /** Ratios to the baseline in the same run, over runs. */
    STORED_RUNS,
    /** Nanoseconds of an operation, in the same rounds of one run. */
    SAME_ROUNDS
  }

  public ChangeReport {
    changes = List.copyOf(changes);
    omissions = List.copyOf(omissions);
    untrusted = List.copyOf(untrusted);
  }

  /** Returns whether no run told the baseline apart from itself. */
  public boolean isCalibrated() {
    return untrusted.isEmpty();
  }

  /**
   * A cell's change.
   *
   * @param oldCount runs, or rounds, in which it has a cost
   * @param newCount runs, or rounds, in which it has a cost
   * @param oldCost what it was
   * @param newCost what it is
   * @param factor new over old: above 1 is slower
   * @param interval the unadjusted 95 % interval of the factor; null with too few runs or rounds
   */
  public record Change(
      CellId cell,
      int oldCount,
      int newCount,
      double oldCost,
      double newCost,
      double factor,
      @Nullable RatioInterval interval,
      RegressionVerdict verdict) {

    Change with(RegressionVerdict other) {
      return new Change(cell, oldCount, newCount, oldCost, newCost, factor, interval, other);
    }
  }

  /**
   * Returns the verdict on all of it: a regression outweighs what is not known, but nothing
   * outweighs a calibration that failed.
   */
  public RegressionVerdict verdict() {
    if (isCalibrated() && has(RegressionVerdict.REGRESSION)) {
      return RegressionVerdict.REGRESSION;
    }
    boolean isWhole = !changes.isEmpty() && omissions.isEmpty() && isCalibrated();
    return isWhole && !has(RegressionVerdict.INCONCLUSIVE)
        ? RegressionVerdict.FINE
        : RegressionVerdict.INCONCLUSIVE;
  }

  private boolean has(RegressionVerdict verdict) {
    return changes.stream().anyMatch(change -> change.verdict() == verdict);
  }
}
