package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.report.Outcome;
import dev.screentest.benchmarks.report.Row;
import dev.screentest.benchmarks.verify.Cost;
import dev.screentest.benchmarks.verify.Finding;
import dev.screentest.benchmarks.verify.Verifier;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.testbed.data.DataSet;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Compares contestants: first each one is verified in each workload, then those that passed are
 * measured, in rounds in which each gets one fork, in random order. Whatever the machine does
 * meanwhile hits all alike.
 */
public final class Comparison {

  /** What is done with the results so far. */
  @FunctionalInterface
  public interface AfterRound {
    /** Is called when every cell had a fork in a round. */
    void accept(int round) throws IOException;
  }

  private final RunPlan plan;
  private final Verifier verifier;
  private final ForkRunner runner;
  private final Progress progress;
  private final Map<Cell, Outcome> refused = new LinkedHashMap<>();
  private final Map<Cell, Cost> costs = new LinkedHashMap<>();
  private final Map<Cell, List<BenchmarkResult>> forks = new LinkedHashMap<>();

  /**
   * Prepares a comparison.
   *
   * @param log gets what JMH prints
   */
  public Comparison(RunPlan plan, Verifier verifier, OutputFormat log, Progress progress) {
    this.plan = plan;
    this.verifier = verifier;
    this.runner = new ForkRunner(plan, log);
    this.progress = progress;
  }

  /**
   * Verifies every cell, without timing.
   *
   * @throws SQLException if the database cannot be prepared or looked into
   */
  public void verify() throws SQLException {
    for (Cell cell : plan.cells()) {
      Finding finding = verifier.verify(cell.contestant(), cell.workload());
      if (finding instanceof Finding.Passed passed) {
        costs.put(cell, passed.cost());
        progress.say("verified " + cell);
      } else if (finding instanceof Finding.LeftOut leftOut) {
        refused.put(cell, new Outcome.LeftOut(leftOut.reason()));
        progress.say("left out " + cell + ": " + leftOut.reason());
      } else if (finding instanceof Finding.Failed failed) {
        fail(cell, failed.reason());
      }
    }
  }

  /**
   * Measures every cell that was verified.
   *
   * @param afterRound is called with each round's number, counted from one
   * @throws RunnerException if JMH cannot work here
   * @throws IOException if {@code afterRound} throws it
   */
  public void measure(AfterRound afterRound) throws RunnerException, IOException {
    List<List<Cell>> rounds = rounds();
    long start = System.nanoTime();
    int done = 0;
    for (int round = 0; round < rounds.size(); round++) {
      List<Cell> cells = rounds.get(round);
      for (int i = 0; i < cells.size(); i++) {
        Cell cell = cells.get(i);
        if (!refused.containsKey(cell)) {
          String result = fork(cell);
          done++;
          int left = open(cells.subList(i + 1, cells.size()));
          left += rounds.subList(round + 1, rounds.size()).stream().mapToInt(this::open).sum();
          progress.fork(done, left, start, cell, result);
        }
      }
      afterRound.accept(round + 1);
    }
  }

  private int open(List<Cell> cells) {
    return (int) cells.stream().filter(cell -> !refused.containsKey(cell)).count();
  }

  /** Shuffled by the seed: the order is random, and the same when a run is repeated. */
  private List<List<Cell>> rounds() {
    Random random = new Random(DataSet.SEED);
    List<List<Cell>> rounds = new ArrayList<>();
    for (int round = 0; round < plan.rounds(); round++) {
      List<Cell> cells = new ArrayList<>();
      for (WorkloadEntry workload : plan.workloads()) {
        List<Cell> contestants =
            new ArrayList<>(
                costs.keySet().stream().filter(cell -> cell.workload() == workload).toList());
        Collections.shuffle(contestants, random);
        cells.addAll(contestants);
      }
      rounds.add(cells);
    }
    return rounds;
  }

  private String fork(Cell cell) throws RunnerException {
    try {
      BenchmarkResult fork = runner.run(cell);
      forks.computeIfAbsent(cell, first -> new ArrayList<>()).add(fork);
      return String.format(
          Locale.ROOT,
          "%,.1f µs/op",
          CellScore.read(CellScore.merge(List.of(fork)), costs.get(cell)).microsPerOp());
    } catch (ForkFailedException e) {
      fail(cell, String.valueOf(e.getMessage()));
      return "FAILED";
    }
  }

  private void fail(Cell cell, String reason) {
    refused.put(cell, new Outcome.Failed(reason));
    progress.say("FAILED " + cell + ": " + reason);
  }

  /** Returns the results so far; cells without any are left away. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Cell cell : plan.cells()) {
      Outcome outcome = refused.get(cell);
      if (outcome == null && forks.containsKey(cell)) {
        outcome = CellScore.read(CellScore.merge(forks.get(cell)), costs.get(cell));
      }
      if (outcome != null) {
        rows.add(new Row(cell.workload().name(), cell.contestant().label(), outcome));
      }
    }
    return rows;
  }

  /** Returns what JMH measured so far, as it would return it itself. */
  public List<RunResult> jmhResults() {
    return forks.entrySet().stream()
        .filter(entry -> !refused.containsKey(entry.getKey()))
        .map(entry -> CellScore.merge(entry.getValue()))
        .toList();
  }
}
