package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Fork;
import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.statistics.RatioInterval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds different ways to do the same against each other, for each contestant by itself. Forks of
 * two workloads do not take turns slice by slice as those of two contestants do, so that what the
 * machine does between them is part of the noise, which rounds tell.
 */
final class WayAnalysis {

  private final Plan plan;
  private final List<WorkloadReport> workloads;
  private final Map<CellId, Map<Integer, Fork>> forks = new HashMap<>();

  /**
   * Prepares.
   *
   * @param measured the cells that have a number, by workload
   */
  WayAnalysis(Plan plan, List<WorkloadReport> workloads, Collection<List<Measurements>> measured) {
    this.plan = plan;
    this.workloads = workloads;
    measured.forEach(cells -> cells.forEach(cell -> forks.put(cell.cell(), byRound(cell))));
  }

  /** Returns all ways by task, then contestant, in the order of the plan; empty without any. */
  List<Way> ways() {
    Map<String, List<WorkloadReport>> byTask =
        workloads.stream()
            .filter(workload -> workload.plan().delayNanos() == 0)
            .collect(
                Collectors.groupingBy(
                    workload -> workload.plan().task(), LinkedHashMap::new, Collectors.toList()));
    List<Way> ways = new ArrayList<>();
    byTask.forEach(
        (task, ofTask) -> {
          for (String contestant : plan.contestants()) {
            if (!contestant.equals(plan.twin())) {
              ways.addAll(ways(task, ofTask, contestant));
            }
          }
        });
    return ways;
  }

  /** Returns those of a contestant; empty if it has fewer than two. */
  private List<Way> ways(String task, List<WorkloadReport> ofTask, String contestant) {
    String reference = ofTask.get(0).name();
    List<Way> ways =
        ofTask.stream()
            .flatMap(workload -> workload.standings().stream())
            .filter(standing -> standing.contestant().equals(contestant))
            .map(standing -> way(task, standing, reference))
            .toList();
    return ways.size() > 1 ? ways : List.of();
  }

  private Way way(String task, Standing standing, String reference) {
    CellId cell = standing.cell();
    if (cell.workload().equals(reference)) {
      return new Way(task, standing, reference, 0, null, null);
    }
    PairedRounds paired = PairedRounds.of(forks, cell, new CellId(reference, cell.contestant()));
    if (paired.rounds() == 0) {
      return new Way(task, standing, reference, 0, null, null);
    }
    @Nullable RatioInterval interval =
        paired.ratios().map(ratios -> ratios.interval(Comparison.LEVEL)).orElse(null);
    double ratio =
        interval == null
            ? paired.meanNanosPerOp() / paired.meanReferenceNanosPerOp()
            : interval.ratio();
    return new Way(task, standing, reference, paired.rounds(), ratio, interval);
  }

  private static Map<Integer, Fork> byRound(Measurements cell) {
    return cell.forks().stream().collect(Collectors.toMap(Fork::round, Function.identity()));
  }
}
