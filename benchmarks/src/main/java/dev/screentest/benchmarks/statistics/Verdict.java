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

  /** Returns the verdicts of a family of comparisons, in its order. */
  public static List<Verdict> ofFamily(List<LogRatios> family, double margin) {
    double[] adjusted = Holm.adjust(family.stream().mapToDouble(LogRatios::pValue).toArray());
    List<Verdict> verdicts = new ArrayList<>(adjusted.length);
    for (int i = 0; i < adjusted.length; i++) {
      verdicts.add(of(family.get(i), adjusted[i], margin));
    }
    return verdicts;
  }

  private static Verdict of(LogRatios ratios, double adjustedPValue, double margin) {
    if (ratios.isSame(margin)) {
      return SAME;
    }
    if (adjustedPValue > ALPHA) {
      return INCONCLUSIVE;
    }
    return ratios.mean() > 0 ? SLOWER : FASTER;
  }
}
