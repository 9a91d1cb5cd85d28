package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.analysis.ChangeReport.Change;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.statistics.LogEstimate;
import dev.screentest.benchmarks.statistics.RandomEffects;
import dev.screentest.benchmarks.statistics.RatioInterval;
import dev.screentest.benchmarks.statistics.RegressionVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares stored runs. Times of different hours cannot be compared; ratios to the anchor in the
 * same run can, if each side has runs enough to tell how much they vary from one to the next.
 */
public final class ChangeAnalysis {

  private final List<RunReport> before;
  private final List<RunReport> after;
  private final double maxRegression;

  private ChangeAnalysis(List<RunReport> before, List<RunReport> after, double maxRegression) {
    this.before = List.copyOf(before);
    this.after = List.copyOf(after);
    this.maxRegression = maxRegression;
  }

  /**
   * Compares runs with runs: of the same baseline, the same data and the same kind of unit.
   *
   * @param maxRegression what a ratio may grow by, 0.05 for 5 %
   */
  public static ChangeReport of(
      List<RunReport> before, List<RunReport> after, double maxRegression) {
    return new ChangeAnalysis(before, after, maxRegression).report();
  }

  private ChangeReport report() {
    Plan plan = after.get(0).plan();
    List<Change> changes = new ArrayList<>();
    for (WorkloadReport workload : after.get(0).workloads()) {
      changes.addAll(family(plan, workload.name()));
    }
    return new ChangeReport(
        ChangeReport.Basis.STORED_RUNS, plan.baseline(), maxRegression, changes, List.of(), true);
  }

  /** One for which there is nothing to compare on either side is not in it. */
  private List<Change> family(Plan plan, String workload) {
    List<Change> family = new ArrayList<>();
    List<LogEstimate> decidable = new ArrayList<>();
    for (String contestant : plan.contestants()) {
      List<LogEstimate> ofOld = estimates(before, workload, contestant);
      List<LogEstimate> ofNew = estimates(after, workload, contestant);
      if (contestant.equals(plan.twin()) || ofOld.isEmpty() || ofNew.isEmpty()) {
        continue;
      }
      CellId cell = new CellId(workload, contestant);
      if (Math.min(ofOld.size(), ofNew.size()) < RandomEffects.MIN_RUNS) {
        family.add(undecided(cell, ofOld, ofNew));
      } else {
        LogEstimate combinedOld = RandomEffects.of(ofOld).mean();
        LogEstimate combinedNew = RandomEffects.of(ofNew).mean();
        LogEstimate factor = combinedNew.over(combinedOld);
        RatioInterval interval = factor.interval(Comparison.LEVEL);
        decidable.add(factor);
        family.add(
            new Change(
                cell,
                ofOld.size(),
                ofNew.size(),
                Math.exp(combinedOld.mean()),
                Math.exp(combinedNew.mean()),
                interval.ratio(),
                interval,
                RegressionVerdict.INCONCLUSIVE));
      }
    }
    return decided(family, decidable);
  }

  private List<Change> decided(List<Change> family, List<LogEstimate> decidable) {
    List<RegressionVerdict> verdicts = RegressionVerdict.ofFamily(decidable, maxRegression);
    List<Change> decided = new ArrayList<>();
    int next = 0;
    for (Change change : family) {
      decided.add(change.interval() == null ? change : change.with(verdicts.get(next++)));
    }
    return decided;
  }

  private static Change undecided(CellId cell, List<LogEstimate> ofOld, List<LogEstimate> ofNew) {
    double oldRatio = Math.exp(mean(ofOld));
    double newRatio = Math.exp(mean(ofNew));
    return new Change(
        cell,
        ofOld.size(),
        ofNew.size(),
        oldRatio,
        newRatio,
        newRatio / oldRatio,
        null,
        RegressionVerdict.INCONCLUSIVE);
  }

  private static double mean(List<LogEstimate> estimates) {
    return estimates.stream().mapToDouble(LogEstimate::mean).average().orElseThrow();
  }

  private static List<LogEstimate> estimates(
      List<RunReport> runs, String workload, String contestant) {
    return runs.stream()
        .flatMap(run -> run.workloads().stream())
        .filter(report -> report.name().equals(workload))
        .flatMap(report -> Stream.ofNullable(report.estimate(contestant)))
        .toList();
  }
}
