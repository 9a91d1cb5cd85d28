package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.report.Outcome;
import dev.screentest.benchmarks.report.Row;
import dev.screentest.benchmarks.verify.Finding;
import dev.screentest.benchmarks.verify.Verifier;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
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
  private final Map<Cell, Outcome> refused = new HashMap<>();
  private final Map<Cell, VerifiedCell> verified = new HashMap<>();

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
        verified.put(cell, new VerifiedCell(cell, passed.cost()));
        progress.say("verified " + cell);
      } else if (finding instanceof Finding.LeftOut leftOut) {
        refused.put(cell, new Outcome.LeftOut(leftOut.reason()));
        progress.say("left out " + cell + ": " + leftOut.reason());
      } else if (finding instanceof Finding.Failed failed) {
        refused.put(cell, new Outcome.Failed(failed.reason()));
        progress.say("FAILED " + cell + ": " + failed.reason());
      }
    }
  }

  /**
   * Measures every cell that was verified.
   *
   * @param afterRound is called with each round's number, counted from one
   * @throws RunnerException if JMH cannot work here
   * @throws CancellationException if this JVM ends
   * @throws IOException if {@code afterRound} throws it
   */
  public void measure(AfterRound afterRound) throws RunnerException, IOException {
    List<List<VerifiedCell>> rounds = rounds();
    long start = System.nanoTime();
    int done = 0;
    for (int round = 0; round < rounds.size(); round++) {
      List<VerifiedCell> cells = rounds.get(round);
      for (int i = 0; i < cells.size(); i++) {
        VerifiedCell cell = cells.get(i);
        if (cell.isOpen()) {
          String result = fork(cell);
          done++;
          long left = open(cells.subList(i + 1, cells.size()));
          left += rounds.subList(round + 1, rounds.size()).stream().mapToLong(this::open).sum();
          progress.fork(done, left, start, cell.cell(), result);
        }
      }
      afterRound.accept(round + 1);
    }
  }

  private long open(List<VerifiedCell> cells) {
    return cells.stream().filter(VerifiedCell::isOpen).count();
  }

  /** Shuffled by the run's seed: another order each time, and the same when the seed is given. */
  private List<List<VerifiedCell>> rounds() {
    Random random = new Random(plan.orderSeed());
    List<List<VerifiedCell>> rounds = new ArrayList<>();
    for (int round = 0; round < plan.rounds(); round++) {
      List<VerifiedCell> cells = new ArrayList<>();
      for (WorkloadEntry workload : plan.workloads()) {
        List<VerifiedCell> contestants =
            new ArrayList<>(
                plan.contestants().stream()
                    .map(contestant -> verified.get(new Cell(workload, contestant)))
                    .filter(Objects::nonNull)
                    .toList());
        Collections.shuffle(contestants, random);
        cells.addAll(contestants);
      }
      rounds.add(cells);
    }
    return rounds;
  }

  private String fork(VerifiedCell cell) throws RunnerException {
    try {
      Outcome.Measured measured = cell.add(runner.run(cell.cell()));
      return String.format(Locale.ROOT, "%,.1f µs/op", measured.microsPerOp());
    } catch (ForkFailedException e) {
      if (ChildJvm.isEnding()) {
        throw new CancellationException("the run was broken off");
      }
      cell.fail(String.valueOf(e.getMessage()));
      return "FAILED: " + e.getMessage();
    }
  }

  /** Returns the results so far; cells without any are left away. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Cell cell : plan.cells()) {
      Optional.ofNullable(refused.get(cell))
          .or(() -> Optional.ofNullable(verified.get(cell)).flatMap(VerifiedCell::outcome))
          .map(outcome -> new Row(cell.workload().name(), cell.contestant().label(), outcome))
          .ifPresent(rows::add);
    }
    return rows;
  }

  /** Returns what JMH measured so far, as it would return it itself. */
  public List<RunResult> jmhResults() {
    return plan.cells().stream()
        .map(verified::get)
        .filter(Objects::nonNull)
        .flatMap(cell -> cell.result().stream())
        .toList();
  }
}
