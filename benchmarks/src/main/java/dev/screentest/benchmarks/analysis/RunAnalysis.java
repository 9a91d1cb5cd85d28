package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Fork;
import dev.screentest.benchmarks.result.ForkFailure;
import dev.screentest.benchmarks.result.ForkStart;
import dev.screentest.benchmarks.result.JournalEntry;
import dev.screentest.benchmarks.result.LeftOut;
import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.result.Refused;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.Verified;
import dev.screentest.benchmarks.result.WorkloadPlan;
import dev.screentest.benchmarks.statistics.GeometricMean;
import dev.screentest.benchmarks.statistics.Holm;
import dev.screentest.benchmarks.statistics.LogEstimate;
import dev.screentest.benchmarks.statistics.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds out what a run says; also while it is still going on. */
public final class RunAnalysis {

  private final RunData data;
  private final Plan plan;
  private final Map<CellId, Map<Integer, Fork>> forks;
  private final Map<CellId, Verified> verified = new HashMap<>();
  private final Map<CellId, Omission> omissions = new HashMap<>();

  private RunAnalysis(RunData data) {
    this.data = data;
    this.plan = data.header().plan();
    this.forks = data.forks();
    data.entries(Verified.class).forEach(entry -> verified.put(entry.cell(), entry));
    findOmissions();
  }

  /** Analyses what a run recorded so far. */
  public static RunReport of(RunData data) {
    return new RunAnalysis(data).report();
  }

  private RunReport report() {
    Map<WorkloadPlan, List<Measurements>> measured = measured(plan.compared());
    List<WorkloadAnalysis> analyses = analyses(measured);
    Map<WorkloadAnalysis, Verdict> twins = twinVerdicts(analyses);
    List<WorkloadReport> alone =
        analyses.stream()
            .map(analysis -> analysis.report(twins.getOrDefault(analysis, Verdict.INCONCLUSIVE)))
            .toList();
    List<WorkloadReport> workloads = new WholeRun(plan, alone).noted();
    TwinCheck twinCheck = twinCheck(analyses);
    List<MeanRatio> means = means(workloads);
    List<Omission> inOrder = omissionsInOrder();
    DelayAnalysis delays =
        new DelayAnalysis(data, forks, inOrder.stream().map(Omission::cell).toList());
    return new RunReport(
        data,
        workloads,
        inOrder,
        twinCheck,
        means,
        analyses(measured(plan.spotChecks())).stream()
            .map(analysis -> analysis.report(Verdict.INCONCLUSIVE))
            .toList(),
        new WayAnalysis(plan, workloads, measured.values()).ways(),
        delays.models(),
        delays.fidelities(),
        Disturbance.of(data),
        new Summary(plan, workloads, inOrder, twinCheck, means).sentences());
  }

  private Map<WorkloadPlan, List<Measurements>> measured(List<WorkloadPlan> workloads) {
    Map<WorkloadPlan, List<Measurements>> measured = new LinkedHashMap<>();
    workloads.forEach(workload -> measured.put(workload, measured(workload)));
    return measured;
  }

  private List<WorkloadAnalysis> analyses(Map<WorkloadPlan, List<Measurements>> measured) {
    return measured.entrySet().stream()
        .map(cells -> new WorkloadAnalysis(plan, cells.getKey(), cells.getValue()))
        .toList();
  }

  /** A failure counts unless the same round was begun again, as when a run is resumed. */
  private void findOmissions() {
    Map<CellId, Integer> failedRounds = new HashMap<>();
    for (JournalEntry entry : data.entries()) {
      if (entry instanceof LeftOut leftOut) {
        put(leftOut.cell(), Omission.Kind.LEFT_OUT, leftOut.reason());
      } else if (entry instanceof Refused refused) {
        put(refused.cell(), Omission.Kind.FAILED, refused.reason());
      } else if (entry instanceof ForkFailure failure) {
        put(failure.cell(), Omission.Kind.FAILED, failure.reason());
        failedRounds.put(failure.cell(), failure.round());
      } else if (entry instanceof ForkStart start
          && failedRounds.remove(start.cell(), start.round())) {
        omissions.remove(start.cell());
      }
    }
  }

  private void put(CellId cell, Omission.Kind kind, String reason) {
    omissions.put(cell, new Omission(cell, kind, reason));
  }

  private List<Omission> omissionsInOrder() {
    List<Omission> inOrder = new ArrayList<>();
    for (WorkloadPlan workload : plan.compared()) {
      List<Measurements> measured = measured(workload);
      for (String contestant : plan.contestants()) {
        CellId cell = new CellId(workload.name(), contestant);
        Omission omission = omissions.get(cell);
        if (omission != null) {
          inOrder.add(omission);
        } else if (measured.stream().noneMatch(cells -> cells.cell().equals(cell))) {
          inOrder.add(
              new Omission(
                  cell, Omission.Kind.NOT_MEASURED, "the run has no whole round of it yet"));
        }
      }
    }
    return inOrder;
  }

  /** Returns the cells that have a number, over the rounds that all of them completed. */
  private List<Measurements> measured(WorkloadPlan workload) {
    Map<CellId, Map<Integer, Fork>> cells = new LinkedHashMap<>();
    for (String contestant : plan.contestants()) {
      CellId cell = new CellId(workload.name(), contestant);
      Map<Integer, Fork> ofCell = forks.get(cell);
      if (ofCell != null && !ofCell.isEmpty() && !omissions.containsKey(cell)) {
        cells.put(cell, ofCell);
      }
    }
    TreeSet<Integer> rounds = new TreeSet<>();
    cells.values().forEach(ofCell -> rounds.addAll(ofCell.keySet()));
    cells.values().forEach(ofCell -> rounds.retainAll(ofCell.keySet()));
    List<Measurements> measured = new ArrayList<>();
    if (!rounds.isEmpty()) {
      cells.forEach(
          (cell, ofCell) ->
              measured.add(
                  new Measurements(
                      cell,
                      ofCell.values().stream()
                          .filter(fork -> rounds.contains(fork.round()))
                          .toList(),
                      verified.get(cell))));
    }
    return measured;
  }

  private Map<WorkloadAnalysis, Verdict> twinVerdicts(List<WorkloadAnalysis> analyses) {
    List<WorkloadAnalysis> withTwin =
        analyses.stream().filter(analysis -> analysis.twin().isPresent()).toList();
    List<Verdict> verdicts = Verdict.ofFamily(twins(withTwin), plan.margin());
    Map<WorkloadAnalysis, Verdict> byAnalysis = new HashMap<>();
    for (int i = 0; i < verdicts.size(); i++) {
      byAnalysis.put(withTwin.get(i), verdicts.get(i));
    }
    return byAnalysis;
  }

  private static List<LogEstimate> twins(Collection<WorkloadAnalysis> analyses) {
    return analyses.stream().map(WorkloadAnalysis::twin).flatMap(Optional::stream).toList();
  }

  private TwinCheck twinCheck(List<WorkloadAnalysis> analyses) {
    double[] adjusted =
        Holm.adjust(twins(analyses).stream().mapToDouble(LogEstimate::pValue).toArray());
    List<String> toldApart = new ArrayList<>();
    int next = 0;
    for (WorkloadAnalysis analysis : analyses) {
      if (analysis.twin().isPresent() && adjusted[next++] <= Verdict.ALPHA) {
        toldApart.add(analysis.workload().name());
      }
    }
    return new TwinCheck(adjusted.length, toldApart, Arrays.stream(adjusted).min().orElse(1));
  }

  private List<MeanRatio> means(List<WorkloadReport> workloads) {
    List<MeanRatio> means = new ArrayList<>();
    for (String contestant : plan.contestants()) {
      List<LogEstimate> estimates = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (WorkloadReport workload : workloads) {
        LogEstimate estimate = workload.estimate(contestant);
        if (workload.plan().isHeadline() && estimate != null) {
          estimates.add(estimate);
          names.add(workload.name());
        }
      }
      if (!estimates.isEmpty() && !contestant.equals(plan.twin())) {
        means.add(
            new MeanRatio(
                contestant, GeometricMean.of(estimates).interval(Comparison.LEVEL), names));
      }
    }
    return means;
  }
}
