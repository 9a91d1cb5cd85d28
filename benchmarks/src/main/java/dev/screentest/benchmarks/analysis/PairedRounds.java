package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Fork;
import dev.screentest.benchmarks.statistics.LogRatios;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Two cells in the rounds that both completed. */
public final class PairedRounds {

  private final double[] nanosPerOp;
  private final double[] referenceNanosPerOp;

  private PairedRounds(double[] nanosPerOp, double[] referenceNanosPerOp) {
    this.nanosPerOp = nanosPerOp;
    this.referenceNanosPerOp = referenceNanosPerOp;
  }

  /** Pairs the rounds of two cells. */
  public static PairedRounds of(
      Map<CellId, Map<Integer, Fork>> forks, CellId cell, CellId reference) {
    Map<Integer, Fork> ofCell = forks.getOrDefault(cell, Map.of());
    Map<Integer, Fork> ofReference = forks.getOrDefault(reference, Map.of());
    Set<Integer> rounds = new TreeSet<>(ofCell.keySet());
    rounds.retainAll(ofReference.keySet());
    return new PairedRounds(nanosPerOp(ofCell, rounds), nanosPerOp(ofReference, rounds));
  }

  private static double[] nanosPerOp(Map<Integer, Fork> forks, Set<Integer> rounds) {
    return forks.entrySet().stream()
        .filter(fork -> rounds.contains(fork.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .mapToDouble(fork -> fork.getValue().nanosPerOp())
        .toArray();
  }

  /** Returns how many rounds both completed. */
  public int rounds() {
    return nanosPerOp.length;
  }

  /** Returns the mean time of an operation in the one; 0 without a round. */
  double meanNanosPerOp() {
    return Arrays.stream(nanosPerOp).average().orElse(0);
  }

  /** Returns the mean time of an operation in the other; 0 without a round. */
  double meanReferenceNanosPerOp() {
    return Arrays.stream(referenceNanosPerOp).average().orElse(0);
  }

  /** Returns the log ratios; empty below two rounds. */
  public Optional<LogRatios> ratios() {
    return rounds() < 2
        ? Optional.empty()
        : Optional.of(LogRatios.of(nanosPerOp, referenceNanosPerOp));
  }
}
