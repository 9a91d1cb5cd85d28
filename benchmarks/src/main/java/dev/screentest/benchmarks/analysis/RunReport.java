package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunHeader;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run says: the one model that all views show.
 *
 * @param data what it was made of
 * @param workloads in the order of the plan
 * @param omissions cells without a number
 * @param means over the headline's workloads, for each contestant
 * @param spotChecks what some of them are without a CPU of their own
 * @param ways to do the same, by task and contestant, where the run has several
 * @param costModels what operations cost by themselves and by their round trips, where delays tell
 * @param delays how well the delays of round trips were kept; empty without any
 * @param disturbance what disturbed the run
 * @param summary three sentences
 */
public record RunReport(
    RunData data,
    List<WorkloadReport> workloads,
    List<Omission> omissions,
    TwinCheck twinCheck,
    List<MeanRatio> means,
    List<WorkloadReport> spotChecks,
    List<Way> ways,
    List<CostModel> costModels,
    List<DelayFidelity> delays,
    Disturbance disturbance,
    List<String> summary) {

  public RunReport {
    workloads = List.copyOf(workloads);
    omissions = List.copyOf(omissions);
    means = List.copyOf(means);
    spotChecks = List.copyOf(spotChecks);
    ways = List.copyOf(ways);
    costModels = List.copyOf(costModels);
    delays = List.copyOf(delays);
    summary = List.copyOf(summary);
  }

  /** Returns what the run set out to do. */
  public RunHeader header() {
    return data.header();
  }

  /** Returns the plan of the run. */
  public Plan plan() {
    return header().plan();
  }

  /**
   * Returns the largest difference, in percent, between two identical contestants that the run does
   * not exclude in any workload; null without a twin or with one round only.
   */
  public @Nullable Double noiseFloorPercent() {
    return workloads.stream()
        .map(WorkloadReport::noiseFloor)
        .filter(Objects::nonNull)
        .max(Double::compare)
        .map(floor -> 100 * floor)
        .orElse(null);
  }

  /** Returns the rounds that every measured workload has at least. */
  public int rounds() {
    return workloads.stream()
        .filter(workload -> !workload.standings().isEmpty())
        .mapToInt(WorkloadReport::rounds)
        .min()
        .orElse(0);
  }

  /** Returns whether a check or a fork failed in any cell. */
  public boolean hasFailure() {
    return omissions.stream().anyMatch(omission -> omission.kind() == Omission.Kind.FAILED);
  }
}
