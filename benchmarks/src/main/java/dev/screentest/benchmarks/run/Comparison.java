package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Fork;
import dev.screentest.benchmarks.result.LeftOut;
import dev.screentest.benchmarks.result.Refused;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunEnd;
import dev.screentest.benchmarks.result.RunEnd.Reason;
import dev.screentest.benchmarks.result.Verified;
import dev.screentest.benchmarks.verify.Finding;
import dev.screentest.benchmarks.verify.Verifier;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.testbed.database.DatabaseUnavailableException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Compares contestants: first each one is verified in each workload, then those that passed are
 * measured, in rounds in which each gets one fork. Whatever the machine does meanwhile hits all
 * alike. What is in the journal already is not done again, but for a round that was broken off:
 * that one is measured anew as a whole, since its forks belong together.
 */
public final class Comparison {

  /** What is done with the results so far. */
  @FunctionalInterface
  public interface AfterRound {
    /** Is called when every cell had a fork in a round. */
    void accept(int round, RunData results) throws IOException;
  }

  private final RunPlan plan;
  private final Ledger ledger;
  private final RoundPlayer rounds;
  private final Progress progress;
  private final Costs costs;
  private final Set<String> silences = new HashSet<>();

  /** By what a cell does, however that is measured. */
  private final Map<CellId, Finding> findings = new HashMap<>();

  private final long start = System.nanoTime();

  /** Prepares a comparison. */
  Comparison(RunPlan plan, Ledger ledger, RoundPlayer rounds, Progress progress) {
    this.plan = plan;
    this.ledger = ledger;
    this.rounds = rounds;
    this.progress = progress;
    this.costs = new Costs(plan);
  }

  /**
   * Verifies every cell that was not yet, without timing.
   *
   * @throws SQLException if the database cannot be prepared or looked into
   */
  public void verify(Verifier verifier) throws SQLException, IOException {
    for (Cell cell : plan.cells()) {
      if (ledger.isDecided(cell.id())) {
        continue;
      }
      CellId plain = new CellId(cell.workload().plainName(), cell.contestant().label());
      Finding finding = findings.get(plain);
      if (finding == null) {
        finding = verify(verifier, cell);
        findings.put(plain, finding);
      }
      if (finding instanceof Finding.Passed passed) {
        ledger.add(new Verified(cell.id(), passed.cost(), passed.differentBill()));
        sayOnce(passed.whyWireAlone());
        progress.say("verified " + cell);
      } else if (finding instanceof Finding.LeftOut leftOut) {
        ledger.add(new LeftOut(cell.id(), leftOut.reason()));
        progress.say("left out " + cell + ": " + leftOut.reason());
      } else if (finding instanceof Finding.Failed failed) {
        ledger.add(new Refused(cell.id(), failed.reason()));
        progress.failed(cell, failed.reason());
      }
    }
  }

  /** What keeps the server from being a witness is the same for all cells. */
  private void sayOnce(@Nullable String silence) {
    if (silence != null && silences.add(silence)) {
      progress.say("The wire is the only witness. " + silence);
    }
  }

  private static Finding verify(Verifier verifier, Cell cell) throws SQLException {
    try {
      return verifier.verify(cell.contestant(), cell.workload());
    } catch (LinkageError e) {
      // A build may be older than the contract that it is to serve, or lack a library.
      return new Finding.Failed("what it is loaded from does not fit together: " + e);
    }
  }

  /**
   * Measures until the plan says that it is enough.
   *
   * @throws RunnerException if JMH cannot work here
   * @throws CancellationException if this JVM ends
   * @throws DatabaseUnavailableException if the database is gone
   */
  public void measure(AfterRound afterRound)
      throws RunnerException, IOException, InterruptedException {
    int round = 1;
    Optional<Reason> end = Optional.empty();
    while (end.isEmpty()) {
      List<WorkloadEntry> workloads = unfinished(round);
      end = reasonToStop(round, workloads);
      if (end.isEmpty()) {
        progress.round(round, lastRound(round, workloads), timeLeft(round, workloads));
        for (WorkloadEntry workload : workloads) {
          measure(workload, round);
        }
        afterRound.accept(round, ledger.data());
        round++;
      }
    }
    ledger.add(new RunEnd(Instant.now(), end.get()));
    ledger.force();
  }

  private void measure(WorkloadEntry workload, int round)
      throws RunnerException, IOException, InterruptedException {
    List<Cell> cells = open(workload);
    if (!cells.isEmpty() && !isDone(cells, round)) {
      long began = System.nanoTime();
      rounds.play(workload, cells, round);
      costs.add(workload, Duration.ofNanos(System.nanoTime() - began));
    }
  }

  private boolean isDone(List<Cell> cells, int round) {
    Map<CellId, Map<Integer, Fork>> forks = ledger.data().forks();
    return cells.stream()
        .allMatch(cell -> forks.getOrDefault(cell.id(), Map.of()).containsKey(round));
  }

  private List<Cell> open(WorkloadEntry workload) {
    return plan.contestants().stream()
        .map(contestant -> new Cell(workload, contestant))
        .filter(cell -> ledger.isOpen(cell.id()))
        .toList();
  }

  /** The workloads that another round would tell more about. */
  private List<WorkloadEntry> unfinished(int round) {
    @Nullable Double target = plan.stop().targetHalfWidth();
    List<WorkloadEntry> unfinished = new ArrayList<>();
    Precision precision = new Precision(target == null ? Map.of() : ledger.data().forks());
    for (WorkloadEntry workload : plan.workloads()) {
      List<Cell> cells = open(workload);
      boolean isPrecise = target != null && precision.isReached(references(cells), target);
      if (RunPlan.isIn(workload, round) && !cells.isEmpty() && !isPrecise) {
        unfinished.add(workload);
      }
    }
    return unfinished;
  }

  private Map<CellId, CellId> references(List<Cell> cells) {
    return cells.stream()
        .collect(
            Collectors.toMap(
                Cell::id,
                cell -> new Cell(cell.workload(), plan.reference(cell.contestant())).id()));
  }

  private Optional<Reason> reasonToStop(int round, List<WorkloadEntry> workloads) {
    if (workloads.isEmpty()) {
      boolean isAnyOpen =
          plan.workloads().stream()
              .anyMatch(workload -> RunPlan.isIn(workload, round) && !open(workload).isEmpty());
      return Optional.of(isAnyOpen ? Reason.PRECISION : Reason.NOTHING_LEFT);
    }
    if (!plan.stop().allowsRound(round)) {
      return Optional.of(Reason.ROUNDS);
    }
    List<WorkloadEntry> missing =
        workloads.stream().filter(workload -> !isDone(open(workload), round)).toList();
    return round > 1 && !plan.stop().hasTimeFor(costs.ofRound(missing), elapsed())
        ? Optional.of(Reason.BUDGET)
        : Optional.empty();
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Says how many rounds there will be; empty where only precision ends them. */
  private String lastRound(int round, List<WorkloadEntry> workloads) {
    @Nullable Integer rounds = plan.stop().rounds();
    if (plan.stop().budget() == null) {
      return rounds == null ? "" : " of " + rounds;
    }
    long last = round - 1 + roundsLeft(round, workloads);
    return rounds != null && last == rounds ? " of " + rounds : " of some " + last;
  }

  /** Returns what the rounds from one on will take. */
  Duration timeLeft(int round, List<WorkloadEntry> workloads) {
    long rounds = roundsLeft(round, workloads);
    return costOf(workloads, false)
        .multipliedBy(rounds)
        .plus(costOf(workloads, true).multipliedBy(Math.min(rounds, roundsWithChecks(round))));
  }

  private static long roundsWithChecks(int round) {
    return Math.max(0, RunPlan.SPOT_CHECK_ROUNDS - round + 1L);
  }

  private long roundsLeft(int round, List<WorkloadEntry> workloads) {
    @Nullable Integer last = plan.stop().rounds();
    @Nullable Duration budget = plan.stop().budget();
    int least = StoppingRule.LEAST_ROUNDS_FOR_PRECISION;
    long allowed = (last != null ? last : Math.max(least, round)) - round + 1L;
    if (budget == null) {
      return allowed;
    }
    Duration time = budget.minus(elapsed());
    Duration main = costOf(workloads, false);
    Duration checks = costOf(workloads, true);
    long fitting = StoppingRule.roundsWithin(time, main.plus(checks));
    if (fitting > roundsWithChecks(round)) {
      fitting =
          StoppingRule.roundsWithin(time.minus(checks.multipliedBy(roundsWithChecks(round))), main);
    }
    return last != null ? Math.min(allowed, fitting) : fitting;
  }

  private Duration costOf(List<WorkloadEntry> workloads, boolean isSpotCheck) {
    return costs.ofRound(
        workloads.stream().filter(workload -> workload.isSpotCheck() == isSpotCheck).toList());
  }

  /** Returns what is known so far. */
  public RunData results() {
    return ledger.data();
  }
}
