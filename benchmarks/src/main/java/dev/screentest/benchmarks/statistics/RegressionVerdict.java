package dev.screentest.benchmarks.statistics;

import java.util.ArrayList;
import java.util.List;

/** What is said of a cost that must not grow beyond a bound. A cost that falls is never refused. */
public enum RegressionVerdict {
  /** Not beyond the bound: the upper end of the 90 % interval is at most the bound (5 % error). */
  FINE,
  /** Beyond the bound: shown, at 5 % error for the whole family (Holm). */
  REGRESSION,
  /** Neither is shown. */
  INCONCLUSIVE;

  /**
   * Returns the verdicts of a family of ratios, new over old, in its order.
   *
   * @param maxRegression such as 0.05: ratios up to 1.05 are allowed
   */
  public static List<RegressionVerdict> ofFamily(List<LogEstimate> family, double maxRegression) {
    double bound = 1 + maxRegression;
    double[] adjusted =
        Holm.adjust(family.stream().mapToDouble(ratio -> ratio.pValueAbove(bound)).toArray());
    List<RegressionVerdict> verdicts = new ArrayList<>(adjusted.length);
    for (int i = 0; i < adjusted.length; i++) {
      verdicts.add(
          adjusted[i] <= Verdict.ALPHA
              ? REGRESSION
              : family.get(i).interval(0.90).high() <= bound ? FINE : INCONCLUSIVE);
    }
    return verdicts;
  }
}
