package dev.screentest.benchmarks.analysis;

import java.util.List;

/**
 * Whether the baseline was told apart from itself: each run measures it under two names, and Holm's
 * correction is over all workloads.
 *
 * @param twins workloads in which there was a twin to look at
 * @param toldApart workloads in which identical contestants were told apart; none is expected
 * @param pValue of the twin that differs most, adjusted for all of the run; 1 where there is none
 */
public record TwinCheck(int twins, List<String> toldApart, double pValue) {

  public TwinCheck {
    toldApart = List.copyOf(toldApart);
  }

  /** Returns whether the run's verdicts must not be trusted. */
  public boolean hasFailed() {
    return !toldApart.isEmpty();
  }
}
