package dev.screentest.benchmarks.statistics;

import java.util.List;

/**
 * What something costs by itself and per unit, from a line for each round: rounds are the unit of
 * replication here as everywhere, and what a machine does in a round it does to the whole line.
 *
 * @param fixed the cost at 0, with its t interval over rounds
 * @param perUnit what each unit adds, with its t interval over rounds
 * @param misfit the distance of points from their lines, as a share of the cost: the mean over
 *     rounds of each line's largest
 */
public record LinearCost(MeanInterval fixed, MeanInterval perUnit, double misfit) {

  /**
   * Combines rounds.
   *
   * @param level the confidence, such as 0.95
   */
  public static LinearCost of(List<StraightLine> rounds, double level) {
    return new LinearCost(
        MeanInterval.of(rounds.stream().mapToDouble(StraightLine::intercept).toArray(), level),
        MeanInterval.of(rounds.stream().mapToDouble(StraightLine::slope).toArray(), level),
        rounds.stream().mapToDouble(StraightLine::misfit).average().orElseThrow());
  }

  /**
   * Returns from how many units on an added cost is no more than a share of the whole: 0 where it
   * always is, or where nothing is added.
   *
   * @param added the part of the fixed cost that is meant
   * @param share such as 0.05
   */
  public double unitsUntilShare(double added, double share) {
    if (!(perUnit.mean() > 0)) {
      throw new IllegalStateException("a cost that does not grow dwarfs nothing");
    }
    return Math.max(0, (added / share - fixed.mean()) / perUnit.mean());
  }
}
