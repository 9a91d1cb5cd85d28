package dev.screentest.benchmarks.result;

/**
 * How a workload is measured.
 *
 * @param name such as {@code movie-with-cast/100}
 * @param mode how its forks take turns
 * @param isPinned whether the measuring thread and its backend share one CPU of their own
 * @param isHeadline whether the summary speaks of it
 * @param delayNanos by how much each round trip was to take longer; zero in journals of older runs
 * @param isSpotCheck whether it is another one once more, not pinned and in a few rounds; false in
 *     journals of older runs
 */
public record WorkloadPlan(
    String name,
    Mode mode,
    boolean isPinned,
    boolean isHeadline,
    long delayNanos,
    boolean isSpotCheck) {

  private static final String TRACKED = "tracked/";

  /** A workload whose server is as near as can be. */
  public WorkloadPlan(String name, Mode mode, boolean isPinned, boolean isHeadline) {
    this(name, mode, isPinned, isHeadline, 0, false);
  }

  /** Returns the name of the workload that a spot check is one of. */
  public String checkedName() {
    return name.substring(0, name.lastIndexOf('+'));
  }

  /** Returns the name that it shares with the same workload behind another delay. */
  public String nearName() {
    return delayNanos == 0 ? name : name.substring(0, name.lastIndexOf('+'));
  }

  /**
   * Returns the name that workloads share which do the same in different ways: without the strategy
   * at its end, and whether objects are tracked or not.
   */
  public String task() {
    String name = nearName();
    String untracked = name.startsWith(TRACKED) ? name.substring(TRACKED.length()) : name;
    int slash = untracked.lastIndexOf('/');
    return slash < 0 || Character.isDigit(untracked.charAt(slash + 1))
        ? untracked
        : untracked.substring(0, slash);
  }

  /** How the forks of a round take turns. */
  public enum Mode {
    /** All are alive, and exactly one measures at a time, slice by slice. */
    PAIRED,
    /** One after the other. */
    ISOLATED
  }
}
