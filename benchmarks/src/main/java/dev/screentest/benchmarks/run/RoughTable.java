package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Fork;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.WorkloadPlan;
import dev.screentest.benchmarks.statistics.RatioInterval;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is known in the middle of a run: ratios whose intervals shrink from round to round. */
public final class RoughTable {

  private static final double LEVEL = 0.95;

  private RoughTable() {}

  /** Returns a line for each cell that was measured. */
  public static String render(RunData results) {
    Map<CellId, Map<Integer, Fork>> forks = results.forks();
    Precision precision = new Precision(forks);
    StringBuilder table = new StringBuilder();
    for (WorkloadPlan workload : results.header().plan().workloads()) {
      CellId baseline = new CellId(workload.name(), results.header().plan().baseline());
      for (String contestant : results.header().plan().contestants()) {
        CellId cell = new CellId(workload.name(), contestant);
        Map<Integer, Fork> rounds = forks.getOrDefault(cell, Map.of());
        if (!rounds.isEmpty()) {
          table.append(
              String.format(
                  Locale.ROOT,
                  "  %-22s %-20s %,12.1f µs/op  %s%n",
                  workload.name(),
                  contestant,
                  rounds.values().stream().mapToDouble(Fork::nanosPerOp).average().orElseThrow()
                      / 1_000,
                  cell.equals(baseline) ? "" : ratio(precision, forks, cell, baseline)));
        }
      }
    }
    return table.toString();
  }

  private static String ratio(
      Precision precision,
      Map<CellId, Map<Integer, Fork>> forks,
      CellId cell,
      CellId baseline) {
    Optional<RatioInterval> interval =
        precision.ratios(cell, baseline).map(ratios -> ratios.interval(LEVEL));
    if (interval.isPresent()) {
      return String.format(
          Locale.ROOT,
          "%.3f [%.3f, %.3f]",
          interval.get().ratio(),
          interval.get().low(),
          interval.get().high());
    }
    return forks.getOrDefault(baseline, Map.of()).values().stream()
        .findFirst()
        .map(
            fork ->
                String.format(
                    Locale.ROOT,
                    "some %.2f",
                    forks.get(cell).values().iterator().next().nanosPerOp() / fork.nanosPerOp()))
        .orElse("");
  }
}
