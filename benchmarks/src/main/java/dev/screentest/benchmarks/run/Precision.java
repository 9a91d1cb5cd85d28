package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Fork;
import dev.screentest.benchmarks.statistics.LogRatios;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How narrow the intervals of ratios are. */
final class Precision {

  private static final double LEVEL = 0.95;

  private final Map<CellId, Map<Integer, Fork>> forks;

  Precision(Map<CellId, Map<Integer, Fork>> forks) {
    this.forks = forks;
  }

  /** Returns the log ratios of two cells over the rounds that both have; empty below two. */
  Optional<LogRatios> ratios(CellId cell, CellId baseline) {
    Map<Integer, Fork> ofCell = forks.getOrDefault(cell, Map.of());
    Map<Integer, Fork> ofBaseline = forks.getOrDefault(baseline, Map.of());
    TreeSet<Integer> rounds = new TreeSet<>(ofCell.keySet());
    rounds.retainAll(ofBaseline.keySet());
    return rounds.size() < 2
        ? Optional.empty()
        : Optional.of(LogRatios.of(nanosPerOp(ofCell, rounds), nanosPerOp(ofBaseline, rounds)));
  }

  private static double[] nanosPerOp(Map<Integer, Fork> forks, Set<Integer> rounds) {
    return forks.entrySet().stream()
        .filter(fork -> rounds.contains(fork.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .mapToDouble(fork -> fork.getValue().nanosPerOp())
        .toArray();
  }

  /** Returns whether all ratios to a baseline have enough rounds and are narrow enough. */
  boolean isReached(List<CellId> cells, CellId baseline, double targetHalfWidth) {
    return cells.stream()
        .filter(cell -> !cell.equals(baseline))
        .allMatch(
            cell ->
                ratios(cell, baseline)
                    .filter(
                        ratios ->
                            ratios.rounds() >= StoppingRule.LEAST_ROUNDS_FOR_PRECISION
                                && ratios.interval(LEVEL).halfWidth() <= targetHalfWidth)
                    .isPresent());
  }
}
