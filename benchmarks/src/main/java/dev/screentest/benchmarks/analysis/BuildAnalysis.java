package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.analysis.ChangeReport.Change;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.statistics.LogEstimate;
import dev.screentest.benchmarks.statistics.LogRatios;
import dev.screentest.benchmarks.statistics.RatioInterval;
import dev.screentest.benchmarks.statistics.RegressionVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares two builds that one run measured in the same rounds: each contestant with itself. All
 * its comparisons are one family, since they decide one thing: whether the new build may pass.
 */
public final class BuildAnalysis {

  private final RunReport run;
  private final String oldBuild;
  private final double maxRegression;
  private final List<Change> changes = new ArrayList<>();
  private final List<LogEstimate> family = new ArrayList<>();

  private BuildAnalysis(RunReport run, String oldBuild, double maxRegression) {
    this.run = run;
    this.oldBuild = oldBuild;
    this.maxRegression = maxRegression;
  }

  /**
   * Compares.
   *
   * @param oldBuild the name of the build that contestants are held against; the others' is the
   *     class path's
   * @param maxRegression what a time may grow by, 0.05 for 5 %
   */
  public static ChangeReport of(RunReport run, String oldBuild, double maxRegression) {
    return new BuildAnalysis(run, oldBuild, maxRegression).report();
  }

  private ChangeReport report() {
    Plan plan = run.plan();
    for (WorkloadReport workload : run.workloads()) {
      for (String contestant : plan.contestants()) {
        String old = contestant + "@" + oldBuild;
        if (plan.contestants().contains(old)) {
          compare(new CellId(workload.name(), contestant), new CellId(workload.name(), old));
        }
      }
    }
    List<RegressionVerdict> verdicts = RegressionVerdict.ofFamily(family, maxRegression);
    List<Change> decided = new ArrayList<>();
    int next = 0;
    for (Change change : changes) {
      decided.add(change.interval() == null ? change : change.with(verdicts.get(next++)));
    }
    return new ChangeReport(
        ChangeReport.Basis.SAME_ROUNDS,
        plan.baseline(),
        maxRegression,
        decided,
        run.omissions().stream().filter(this::isMissed).toList(),
        run.twinCheck().hasFailed() ? List.of(run.header().started()) : List.of());
  }

  private void compare(CellId cell, CellId old) {
    PairedRounds paired = PairedRounds.of(run.data().forks(), cell, old);
    if (paired.rounds() == 0 || hasNoNumber(cell) || hasNoNumber(old)) {
      return;
    }
    Optional<LogRatios> ratios = paired.ratios();
    ratios.map(LogRatios::estimate).ifPresent(family::add);
    RatioInterval interval = ratios.map(known -> known.interval(Comparison.LEVEL)).orElse(null);
    double oldNanos = paired.meanReferenceNanosPerOp();
    double newNanos = paired.meanNanosPerOp();
    changes.add(
        new Change(
            cell,
            paired.rounds(),
            paired.rounds(),
            oldNanos,
            newNanos,
            interval == null ? newNanos / oldNanos : interval.ratio(),
            interval,
            RegressionVerdict.INCONCLUSIVE));
  }

  private boolean hasNoNumber(CellId cell) {
    return run.omissions().stream().anyMatch(omission -> omission.cell().equals(cell));
  }

  /** What both builds declare that they cannot do is no gap. */
  private boolean isMissed(Omission omission) {
    CellId counterpart = counterpart(omission.cell());
    return run.plan().contestants().contains(counterpart.contestant())
        && (omission.kind() != Omission.Kind.LEFT_OUT || !isLeftOut(counterpart));
  }

  private CellId counterpart(CellId cell) {
    String suffix = "@" + oldBuild;
    String contestant = cell.contestant();
    return new CellId(
        cell.workload(),
        contestant.endsWith(suffix)
            ? contestant.substring(0, contestant.length() - suffix.length())
            : contestant + suffix);
  }

  private boolean isLeftOut(CellId cell) {
    return run.omissions().stream()
        .anyMatch(other -> other.kind() == Omission.Kind.LEFT_OUT && other.cell().equals(cell));
  }
}
