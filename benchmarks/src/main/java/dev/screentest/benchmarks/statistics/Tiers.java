package dev.screentest.benchmarks.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Groups of contestants that a run does not tell apart, instead of an order that it does not
 * support. The contestant of the lowest cost leads the first tier; whom a direct paired comparison
 * does not tell from the leader is of its tier; the best of the others leads the next.
 *
 * <p>Holm's family is every pair of contestants, not those with a leader alone: who leads is known
 * only from the costs that are compared, and the lowest of many is low by chance as well.
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
    double[][] pValues = adjustedPValues(costs);
    for (int tier = 1; !left.isEmpty(); tier++) {
      int leader = left.get(0);
      List<Integer> rest = new ArrayList<>();
      for (int contestant : left) {
        if (contestant == leader || pValues[contestant][leader] > Verdict.ALPHA) {
          tiers[contestant] = tier;
        } else {
          rest.add(contestant);
        }
      }
      left = rest;
    }
    return tiers;
  }

  private static double[][] adjustedPValues(List<double[]> costs) {
    int n = costs.size();
    double[] ofPairs = new double[n * (n - 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        ofPairs[next++] = LogRatios.of(costs.get(i), costs.get(j)).pValue();
      }
    }
    double[] adjusted = Holm.adjust(ofPairs);
    double[][] pValues = new double[n][n];
    next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        pValues[i][j] = adjusted[next];
        pValues[j][i] = adjusted[next++];
      }
    }
    return pValues;
  }

  private static double meanLog(double[] costs) {
    double sum = 0;
    for (double cost : costs) {
      sum += Math.log(cost);
    }
    return sum / costs.length;
  }
}
