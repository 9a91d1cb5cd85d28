package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.analysis.ChangeReport.Change;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.WorkloadPlan;
import dev.screentest.benchmarks.statistics.Holm;
import dev.screentest.benchmarks.statistics.LogEstimate;
import dev.screentest.benchmarks.statistics.RandomEffects;
import dev.screentest.benchmarks.statistics.RatioInterval;
import dev.screentest.benchmarks.statistics.RegressionVerdict;
import dev.screentest.benchmarks.statistics.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares stored runs. Times of different hours cannot be compared; ratios to the anchor in the
 * same run can, if each side has runs enough to tell how much they vary from one to the next.
 */
public final class ChangeAnalysis {

  private final List<RunReport> before;
  private final List<RunReport> after;
  private final double maxRegression;
  private final List<Omission> omissions = new ArrayList<>();

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
    List<Change> changes = new ArrayList<>();
    for (String workload :
        planned(run -> run.plan().workloads().stream().map(WorkloadPlan::name))) {
      changes.addAll(family(workload));
    }
    return new ChangeReport(
        ChangeReport.Basis.STORED_RUNS,
        after.get(0).plan().baseline(),
        maxRegression,
        changes,
        omissions,
        untrusted());
  }

  /** One twin of twenty differs by chance, and here are the twins of many runs. */
  private List<Instant> untrusted() {
    List<RunReport> runs = Stream.concat(before.stream(), after.stream()).toList();
    double[] adjusted =
        Holm.adjust(runs.stream().mapToDouble(run -> run.twinCheck().pValue()).toArray());
    return IntStream.range(0, adjusted.length)
        .filter(i -> adjusted[i] <= Verdict.ALPHA)
        .mapToObj(i -> runs.get(i).header().started())
        .toList();
  }

  /** Returns what any of the new runs set out to measure. */
  private List<String> planned(Function<RunReport, Stream<String>> names) {
    return after.stream().flatMap(names).distinct().toList();
  }

  /**
   * What the old runs have no ratio of is not in it, and what only the new ones miss an omission.
   */
  private List<Change> family(String workload) {
    List<Change> family = new ArrayList<>();
    List<LogEstimate> decidable = new ArrayList<>();
    for (String contestant : planned(run -> run.plan().contestants().stream())) {
      List<LogEstimate> ofOld = estimates(before, workload, contestant);
      List<LogEstimate> ofNew = estimates(after, workload, contestant);
      if (contestant.equals(after.get(0).plan().twin()) || ofOld.isEmpty()) {
        continue;
      }
      CellId cell = new CellId(workload, contestant);
      missing(cell, ofNew.isEmpty()).ifPresent(omissions::add);
      if (ofNew.isEmpty()) {
        continue;
      }
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

  /** A cell that failed in one of the new runs failed, though others may have its number. */
  private Optional<Omission> missing(CellId cell, boolean hasNoRatio) {
    List<Omission> ofCell =
        after.stream()
            .flatMap(run -> run.omissions().stream())
            .filter(omission -> omission.cell().equals(cell))
            .toList();
    Optional<Omission> failed =
        ofCell.stream().filter(omission -> omission.kind() == Omission.Kind.FAILED).findFirst();
    if (failed.isPresent() || !hasNoRatio) {
      return failed;
    }
    return ofCell.stream()
        .findFirst()
        .or(() -> Optional.of(cell).filter(this::isPlanned).map(ChangeAnalysis::withoutRatio));
  }

  private boolean isPlanned(CellId cell) {
    return after.stream()
        .map(RunReport::plan)
        .anyMatch(
            plan ->
                plan.contestants().contains(cell.contestant())
                    && plan.workloads().stream()
                        .anyMatch(workload -> workload.name().equals(cell.workload())));
  }

  private static Omission withoutRatio(CellId cell) {
    return new Omission(
        cell, Omission.Kind.NOT_MEASURED, "it has no round in common with the baseline");
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
