package dev.screentest.benchmarks.analysis;

/** What a reader should know of a row before believing it. */
public enum Note {
  /** Statements or round trips differ from the baseline's, or the variant declares a difference. */
  DIFFERENT_BILL(
      "different bill", "other statements or round trips than the baseline, or as it declares"),
  /** Totals and medians disagree: one of the two stalls more. */
  STALLS_DIFFER("stalls differ", "the ratio of totals is not that of medians over slices"),
  /** Forks were still becoming faster when they were measured. */
  STILL_WARMING_UP("still warming up", "forks were still becoming faster while measured"),
  /** The machine did something else meanwhile. */
  DISTURBED("disturbed", "the machine did something else while this was measured"),
  /** The signed-rank interval and the t interval differ about 1. */
  RANKS_DISAGREE("ranks disagree", "the signed-rank interval says otherwise about a ratio of 1"),
  /** Holm's correction over the workload leaves it, that over the whole run does not. */
  FOR_THIS_WORKLOAD_ONLY(
      "for this workload only",
      "told apart within the workload, not at 5 % error for the whole run"),
  /** Below what the coverage of the interval was simulated for. */
  FEW_ROUNDS("few rounds", "fewer than 6 rounds");

  private final String label;
  private final String meaning;

  Note(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /** Returns the note in two or three words. */
  public String label() {
    return label;
  }

  /** Returns what the note means. */
  public String meaning() {
    return meaning;
  }
}
