package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.statistics.RatioInterval;
import dev.screentest.benchmarks.statistics.RegressionVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two sets of runs, or two builds.
 *
 * @param baseline the anchor: what changes is a contestant's ratio to it
 * @param maxRegression what a ratio may grow by, 0.05 for 5 %
 */
public record ChangeReport(String baseline, double maxRegression, List<Change> changes) {

  public ChangeReport {
    changes = List.copyOf(changes);
  }

  /**
   * A cell's change.
   *
   * @param oldRuns in which it has a ratio
   * @param newRuns in which it has a ratio
   * @param oldRatio to the anchor
   * @param newRatio to the anchor
   * @param factor new over old: above 1 is slower
   * @param interval the unadjusted 95 % interval of the factor; null with too few runs
   */
  public record Change(
      CellId cell,
      int oldRuns,
      int newRuns,
      double oldRatio,
      double newRatio,
      double factor,
      @Nullable RatioInterval interval,
      RegressionVerdict verdict) {}

  /** Returns the verdict on all of it: a regression outweighs what is not known. */
  public RegressionVerdict verdict() {
    if (has(RegressionVerdict.REGRESSION)) {
      return RegressionVerdict.REGRESSION;
    }
    return changes.isEmpty() || has(RegressionVerdict.INCONCLUSIVE)
        ? RegressionVerdict.INCONCLUSIVE
        : RegressionVerdict.FINE;
  }

  private boolean has(RegressionVerdict verdict) {
    return changes.stream().anyMatch(change -> change.verdict() == verdict);
  }
}
