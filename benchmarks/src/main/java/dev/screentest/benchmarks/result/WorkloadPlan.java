package dev.screentest.benchmarks.result;

/**
 * How a workload is measured.
 *
 * @param name such as {@code movie-with-cast/100}
 * @param mode how its forks take turns
 * @param isPinned whether the measuring thread and its backend share one CPU of their own
 * @param isHeadline whether the summary speaks of it
 */
public record WorkloadPlan(String name, Mode mode, boolean isPinned, boolean isHeadline) {

  /** How the forks of a round take turns. */
  public enum Mode {
    /** All are alive, and exactly one measures at a time, slice by slice. */
    PAIRED,
    /** One after the other. */
    ISOLATED
  }
}
