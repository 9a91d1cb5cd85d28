package dev.screentest.benchmarks.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Groups of contestants that a run does not tell apart, instead of an order that it does not
 * support. The contestant of the lowest cost leads the first tier; whom a direct paired comparison
 * does not tell from the leader (Holm) is of its tier; the best of the others leads the next.
 */
public final class Tiers {

  private Tiers() {}

  /**
   * Returns each contestant's tier, 1 being the best.
   *
   * @param costs for each contestant its costs, round by round
   */
  public static int[] of(List<double[]> costs) {
    int[] tiers = new int[costs.size()];
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < tiers.length; i++) {
      left.add(i);
    }
    left.sort(Comparator.comparingDouble(i -> meanLog(costs.get(i))));
    for (int tier = 1; !left.isEmpty(); tier++) {
      double[] leader = costs.get(left.get(0));
      double[] adjusted =
          Holm.adjust(
              left.stream()
                  .skip(1)
                  .mapToDouble(i -> LogRatios.of(costs.get(i), leader).pValue())
                  .toArray());
      List<Integer> rest = new ArrayList<>();
      for (int place = 0; place < left.size(); place++) {
        if (place == 0 || adjusted[place - 1] > Verdict.ALPHA) {
          tiers[left.get(place)] = tier;
        } else {
          rest.add(left.get(place));
        }
      }
      left = rest;
    }
    return tiers;
  }

  private static double meanLog(double[] costs) {
    double sum = 0;
    for (double cost : costs) {
      sum += Math.log(cost);
    }
    return sum / costs.length;
  }
}
