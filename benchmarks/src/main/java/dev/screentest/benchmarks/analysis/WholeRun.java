package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.statistics.LogEstimate;
import dev.screentest.benchmarks.statistics.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All comparisons of several workloads as one family. A report of many workloads would otherwise
 * name a winner among identical contestants more often than one in twenty.
 */
final class WholeRun {

  private final List<WorkloadReport> workloads;
  private final Map<Standing, Verdict> verdicts = new HashMap<>();

  WholeRun(Plan plan, List<WorkloadReport> workloads) {
    this.workloads = workloads;
    List<Standing> standings = new ArrayList<>();
    List<LogEstimate> family = new ArrayList<>();
    for (WorkloadReport workload : workloads) {
      for (Standing standing : workload.standings()) {
        LogEstimate estimate = workload.estimate(standing.contestant());
        if (estimate != null && !standing.contestant().equals(plan.twin())) {
          standings.add(standing);
          family.add(estimate);
        }
      }
    }
    List<Verdict> ofFamily = Verdict.ofFamily(family, plan.margin(), Verdict.ALPHA_OVER_WORKLOADS);
    for (int i = 0; i < standings.size(); i++) {
      verdicts.put(standings.get(i), ofFamily.get(i));
    }
  }

  /** Returns each contestant's number of verdicts of each kind, in the order of the standings. */
  Map<String, Map<Verdict, Integer>> tallies() {
    Map<String, Map<Verdict, Integer>> tallies = new LinkedHashMap<>();
    for (WorkloadReport workload : workloads) {
      for (Standing standing : workload.standings()) {
        Verdict verdict = verdicts.get(standing);
        if (verdict != null) {
          tallies
              .computeIfAbsent(standing.contestant(), first -> new EnumMap<>(Verdict.class))
              .merge(verdict, 1, Integer::sum);
        }
      }
    }
    return tallies;
  }

  /** Returns the workloads with a note on verdicts that hold within their workload only. */
  List<WorkloadReport> noted() {
    return workloads.stream()
        .map(
            workload ->
                new WorkloadReport(
                    workload.plan(),
                    workload.rounds(),
                    workload.standings().stream().map(this::noted).toList(),
                    workload.noiseFloor()))
        .toList();
  }

  private Standing noted(Standing standing) {
    Comparison comparison = standing.comparison();
    Verdict verdict = verdicts.get(standing);
    return comparison == null || verdict == null || verdict == comparison.verdict()
        ? standing
        : standing.with(Note.FOR_THIS_WORKLOAD_ONLY);
  }
}
