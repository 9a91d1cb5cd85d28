package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.workload.WorkloadEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What rounds took so far, and so what those to come will take. */
final class Costs {

  private final RunPlan plan;
  private final Map<WorkloadEntry, List<Duration>> observed = new HashMap<>();

  Costs(RunPlan plan) {
    this.plan = plan;
  }

  void add(WorkloadEntry workload, Duration round) {
    observed.computeIfAbsent(workload, first -> new ArrayList<>()).add(round);
  }

  /** Returns what a round of a workload takes: the mean of those that were, or else an estimate. */
  Duration ofRound(WorkloadEntry workload) {
    List<Duration> rounds = observed.getOrDefault(workload, List.of());
    return rounds.isEmpty()
        ? plan.estimatedRound(workload)
        : rounds.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(rounds.size());
  }

  /** Returns what a round of several workloads takes. */
  Duration ofRound(List<WorkloadEntry> workloads) {
    return workloads.stream().map(this::ofRound).reduce(Duration.ZERO, Duration::plus);
  }
}
