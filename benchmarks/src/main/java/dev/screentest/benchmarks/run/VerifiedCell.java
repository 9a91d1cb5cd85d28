package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.report.Outcome;
import dev.screentest.benchmarks.verify.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/** A cell that was verified, and the forks that it had since. */
final class VerifiedCell {

  private final Cell cell;
  private final Cost cost;
  private final List<BenchmarkResult> forks = new ArrayList<>();
  private @Nullable String failure;

  VerifiedCell(Cell cell, Cost cost) {
    this.cell = cell;
    this.cost = cost;
  }

  Cell cell() {
    return cell;
  }

  /** Returns whether it can have another fork. */
  boolean isOpen() {
    return failure == null;
  }

  void fail(String reason) {
    failure = reason;
  }

  /** Adds a fork, and returns what it alone says. */
  Outcome.Measured add(BenchmarkResult fork) {
    forks.add(fork);
    return CellScore.read(CellScore.merge(List.of(fork)), cost);
  }

  /** Returns what its forks say together; nothing without any. */
  Optional<RunResult> result() {
    return failure != null || forks.isEmpty()
        ? Optional.empty()
        : Optional.of(CellScore.merge(forks));
  }

  Optional<Outcome> outcome() {
    return failure != null
        ? Optional.of(new Outcome.Failed(failure))
        : result().map(result -> CellScore.read(result, cost));
  }
}
