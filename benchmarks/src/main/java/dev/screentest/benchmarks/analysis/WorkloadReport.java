package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.WorkloadPlan;
import dev.screentest.benchmarks.statistics.LogEstimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run says of one workload.
 *
 * @param rounds those that every measured contestant completed
 * @param standings in the order of the plan, the baseline first; empty where nothing was measured
 * @param noiseFloor the largest difference between two identical contestants that the twin does not
 *     exclude, 0.02 for 2 %; null without a twin or with one round only
 */
public record WorkloadReport(
    WorkloadPlan plan, int rounds, List<Standing> standings, @Nullable Double noiseFloor) {

  public WorkloadReport {
    standings = List.copyOf(standings);
  }

  /** Returns its name. */
  public String name() {
    return plan.name();
  }

  /** Returns a contestant's ratio with its error; null where there is none. */
  @Nullable LogEstimate estimate(String contestant) {
    for (Standing standing : standings) {
      if (standing.contestant().equals(contestant) && standing.comparison() != null) {
        return standing.comparison().estimate();
      }
    }
    return null;
  }
}
