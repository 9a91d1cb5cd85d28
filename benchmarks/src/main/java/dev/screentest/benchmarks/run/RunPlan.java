package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to measure.
 *
 * @param unit in which kind of unit of work reads are done
 * @param rounds how many forks each cell gets, taking turns with the others
 * @param orderSeed where the order of the contestants in a round comes from
 */
public record RunPlan(
    List<WorkloadEntry> workloads,
    List<Contestant> contestants,
    DataSet dataset,
    UnitKind unit,
    int rounds,
    long orderSeed,
    Tempo tempo) {

  /** What the verification of a cell takes, roughly. */
  private static final Duration VERIFICATION = Duration.ofSeconds(2);

  public RunPlan {
    workloads = List.copyOf(workloads);
    contestants = List.copyOf(contestants);
  }

  /** Returns the cells, by workload. */
  List<Cell> cells() {
    return workloads.stream()
        .flatMap(workload -> contestants.stream().map(contestant -> new Cell(workload, contestant)))
        .toList();
  }

  /** Says beforehand what will be done and how long it will take. */
  public String announcement() {
    Duration estimate =
        workloads.stream()
            .map(workload -> tempo.estimatedFork(workload.isRead()).multipliedBy(rounds))
            .map(VERIFICATION::plus)
            .reduce(Duration.ZERO, Duration::plus)
            .multipliedBy(contestants.size());
    return "%d %s of %s by %s: some %s"
        .formatted(
            rounds,
            rounds == 1 ? "round" : "rounds",
            workloads.stream().map(WorkloadEntry::name).collect(Collectors.joining(", ")),
            contestants.stream().map(Contestant::label).collect(Collectors.joining(", ")),
            Progress.text(estimate));
  }
}
