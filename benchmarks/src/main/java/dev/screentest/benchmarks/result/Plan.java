package dev.screentest.benchmarks.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, and for how long.
 *
 * @param contestants in the order of the tables, the baseline first, its twin among them
 * @param baseline the contestant that the others are compared with
 * @param dataset the data set and its size
 * @param dataSeed where data and arguments come from
 * @param unit the kind of unit of work in which reads are done
 * @param rounds how many were asked for; null where precision or time decides
 * @param targetHalfWidth the precision at which the run stops, such as 0.03; null without one
 * @param budgetSeconds the time after which the run stops; null without one
 * @param seed where the order of contestants and slots comes from
 * @param margin ratios nearer to 1 are the same for all practical purposes, such as 0.03
 * @param pool the pool of all contestants; null in journals of older runs, which had HikariCP's
 */
public record Plan(
    List<WorkloadPlan> workloads,
    List<String> contestants,
    String baseline,
    String dataset,
    long dataSeed,
    String unit,
    @Nullable Integer rounds,
    @Nullable Double targetHalfWidth,
    @Nullable Long budgetSeconds,
    long seed,
    double margin,
    @Nullable String pool) {

  /** What the label of a contestant ends with that is the baseline under a second name. */
  public static final String TWIN = "#twin";

  public Plan {
    workloads = List.copyOf(workloads);
    contestants = List.copyOf(contestants);
  }

  /** Returns the label of the baseline's twin. */
  public String twin() {
    return baseline + TWIN;
  }

  /** Returns the workloads that are compared: those that are no spot checks. */
  public List<WorkloadPlan> compared() {
    return workloads.stream().filter(workload -> !workload.isSpotCheck()).toList();
  }

  /** Returns those that are. */
  public List<WorkloadPlan> spotChecks() {
    return workloads.stream().filter(WorkloadPlan::isSpotCheck).toList();
  }
}
