package dev.screentest.benchmarks.statistics;

import java.util.ArrayList;
import java.util.List;

/** What a comparison with the baseline says. */
public enum Verdict {
  /** The same for all practical purposes: the 90 % interval lies inside the margin. */
  SAME,
  /** Costs more than the baseline. */
  SLOWER,
  /** Costs less than the baseline. */
  FASTER,
  /** Not told apart, and not shown to be the same. */
  INCONCLUSIVE;

  /** The error rate of a family. */
  public static final double ALPHA = 0.05;

  /**
   * The error to ask of a family over several workloads, so that it errs in 5 % at most. Where
   * forks settle at one of two speeds the t test is too sure of itself far out in its tail: of 24
   * independent comparisons at 5 %, 5 to 6 % of simulated reports named a false winner.
   */
  public static final double ALPHA_OVER_WORKLOADS = 0.04;

  /** Returns the verdicts of a family of comparisons, in its order, at 5 % error for all of it. */
  public static List<Verdict> ofFamily(List<LogEstimate> family, double margin) {
    return ofFamily(family, margin, ALPHA);
  }

  /**
   * Returns the verdicts of a family of comparisons, in its order.
   *
   * @param alpha the error of the whole family
   */
  public static List<Verdict> ofFamily(List<LogEstimate> family, double margin, double alpha) {
    double[] adjusted = Holm.adjust(family.stream().mapToDouble(LogEstimate::pValue).toArray());
    List<Verdict> verdicts = new ArrayList<>(adjusted.length);
    for (int i = 0; i < adjusted.length; i++) {
      verdicts.add(of(family.get(i), adjusted[i], margin, alpha));
    }
    return verdicts;
  }

  private static Verdict of(LogEstimate ratio, double adjustedPValue, double margin, double alpha) {
    if (ratio.isSame(margin)) {
      return SAME;
    }
    if (adjustedPValue > alpha) {
      return INCONCLUSIVE;
    }
    return ratio.mean() > 0 ? SLOWER : FASTER;
  }
}
