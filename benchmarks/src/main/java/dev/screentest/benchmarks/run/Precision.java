package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.analysis.PairedRounds;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Fork;
import java.util.Map;

/** How narrow the intervals of ratios are. */
final class Precision {

  private static final double LEVEL = 0.95;

  private final Map<CellId, Map<Integer, Fork>> forks;

  Precision(Map<CellId, Map<Integer, Fork>> forks) {
    this.forks = forks;
  }

  /**
   * Returns whether all ratios have enough rounds and are narrow enough.
   *
   * @param references whom each cell is compared with; itself for none
   */
  boolean isReached(Map<CellId, CellId> references, double targetHalfWidth) {
    return references.entrySet().stream()
        .filter(pair -> !pair.getKey().equals(pair.getValue()))
        .allMatch(
            pair ->
                PairedRounds.of(forks, pair.getKey(), pair.getValue())
                    .ratios()
                    .filter(
                        ratios ->
                            ratios.rounds() >= StoppingRule.LEAST_ROUNDS_FOR_PRECISION
                                && ratios.interval(LEVEL).halfWidth() <= targetHalfWidth)
                    .isPresent());
  }
}
