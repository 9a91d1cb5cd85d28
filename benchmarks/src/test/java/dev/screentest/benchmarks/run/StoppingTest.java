package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.benchmarks.journal.JournalWriter;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunEnd;
import dev.screentest.benchmarks.result.RunEnd.Reason;
import dev.screentest.benchmarks.result.Verified;
import dev.screentest.benchmarks.verify.Cost;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingTest {

  private static final List<String> WORKLOADS = List.of("find-movie", "insert-graph");

  @TempDir private Path folder;
  private final List<String> played = new ArrayList<>();
  private final Random noise = new Random(1);

  private Reason run(StoppingRule stop, ToDoubleFunction<Cell> nanosPerOp) throws Exception {
    return run(RunPlans.of(stop, WORKLOADS, "jdbc", "jdbi", "jdbc#twin"), nanosPerOp);
  }

  private Reason run(RunPlan plan, ToDoubleFunction<Cell> nanosPerOp) throws Exception {
    try (JournalWriter journal = JournalWriter.begin(folder, RunPlans.header(plan))) {
      Ledger ledger = new Ledger(journal, new RunData(RunPlans.header(plan), List.of()));
      for (Cell cell : plan.cells()) {
        ledger.add(new Verified(cell.id(), new Cost(1, 0, 1, 1, 0, 10, 10), List.of()));
      }
      ActedRounds rounds = new ActedRounds(ledger, nanosPerOp);
      Comparison comparison =
          new Comparison(
              plan, ledger, rounds, new Progress(new PrintWriter(Writer.nullWriter()), false));
      comparison.measure((round, results) -> {});
      played.addAll(rounds.played());
      return comparison.results().entries(RunEnd.class).findFirst().orElseThrow().reason();
    }
  }

  /** Times that scatter by so much. */
  private double noisy(double deviation) {
    return 1_000 * Math.exp(deviation * noise.nextGaussian());
  }

  @Test
  void fixedRoundsAreDoneWhateverTheyShow() throws Exception {
    assertThat(run(StoppingRule.rounds(3), cell -> noisy(0.5))).isEqualTo(Reason.ROUNDS);
    assertThat(played).hasSize(6).endsWith("find-movie 3", "insert-graph 3");
  }

  @Test
  void precisionIsNotBelievedBeforeTheEighthRound() throws Exception {
    assertThat(run(new StoppingRule(null, 0.03, null), cell -> noisy(0.0001)))
        .isEqualTo(Reason.PRECISION);
    assertThat(played).hasSize(16);
  }

  @Test
  void aDifferenceThatIsPlainToSeeStopsNothing() throws Exception {
    assertThat(
            run(
                new StoppingRule(12, 0.03, null),
                cell -> noisy(0.5) * (cell.contestant().label().equals("jdbi") ? 1_000 : 1)))
        .isEqualTo(Reason.ROUNDS);
    assertThat(played).hasSize(24);
  }

  @Test
  void aWorkloadThatIsPreciseWaitsForTheOthers() throws Exception {
    assertThat(
            run(
                new StoppingRule(10, 0.03, null),
                cell -> noisy(cell.workload().isRead() ? 0.0001 : 0.5)))
        .isEqualTo(Reason.ROUNDS);
    assertThat(played).contains("find-movie 8", "insert-graph 10").doesNotContain("find-movie 9");
  }

  @Test
  void aRoundThatWouldEndTooLateIsNotBegun() throws Exception {
    // Nobody waits so long: what a round will take is estimated before any was measured, and the
    // first is measured all the same.
    assertThat(run(new StoppingRule(null, null, Duration.ofNanos(1)), cell -> noisy(0.5)))
        .isEqualTo(Reason.BUDGET);
    assertThat(played).containsExactly("find-movie 1", "insert-graph 1");
  }

  @Test
  void aCellThatFailsLeavesTheOthersAlone() throws Exception {
    assertThat(
            run(
                StoppingRule.rounds(3),
                cell -> cell.contestant().label().equals("jdbi") ? -1 : noisy(0.5)))
        .isEqualTo(Reason.ROUNDS);
    assertThat(played).hasSize(6);
  }

  @Test
  void whenEveryCellFailedNothingIsLeftToDo() throws Exception {
    assertThat(run(StoppingRule.rounds(3), cell -> -1)).isEqualTo(Reason.NOTHING_LEFT);
    assertThat(played).hasSize(2);
  }

  @Test
  void aRunWithoutAnEndIsRefused() {
    assertThatThrownBy(() -> new StoppingRule(null, null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSpotCheckTakesPartInSixRounds() throws Exception {
    RunPlan plan = RunPlans.checked(StoppingRule.rounds(8), "find-movie", "jdbc", "jdbc#twin");

    assertThat(run(plan, cell -> noisy(0.5))).isEqualTo(Reason.ROUNDS);
    assertThat(played).hasSize(14).endsWith("find-movie 7", "find-movie 8");
    assertThat(played).filteredOn(round -> round.contains("+unpinned")).hasSize(6);
  }

  @Test
  void timeLeftDoesNotCountOnARoundThatJustFits() {
    assertThat(StoppingRule.roundsWithin(Duration.ofSeconds(420), Duration.ofSeconds(140)))
        .isEqualTo(2);
    assertThat(StoppingRule.roundsWithin(Duration.ofSeconds(441), Duration.ofSeconds(140)))
        .isEqualTo(3);
    assertThat(StoppingRule.roundsWithin(Duration.ofSeconds(1), Duration.ofSeconds(140)))
        .isEqualTo(1);
    assertThat(StoppingRule.roundsWithin(Duration.ofSeconds(1), Duration.ZERO)).isZero();
  }

  /** As estimated, since nothing was measured; in how many of its rounds and of its checks. */
  private double[] expectedRounds(StoppingRule stop, int round) throws Exception {
    RunPlan plan = RunPlans.checked(stop, "find-movie", "jdbc", "jdbc#twin");
    try (JournalWriter journal =
        JournalWriter.begin(Files.createTempDirectory(folder, "plan"), RunPlans.header(plan))) {
      Ledger ledger = new Ledger(journal, new RunData(RunPlans.header(plan), List.of()));
      Comparison comparison =
          new Comparison(
              plan,
              ledger,
              new ActedRounds(ledger, cell -> 1),
              new Progress(new PrintWriter(Writer.nullWriter()), false));
      double each = plan.estimatedRound(plan.workloads().get(0)).toNanos();
      return new double[] {comparison.timeLeft(round, plan.workloads()).toNanos() / each, each};
    }
  }

  @Test
  void timeLeftHasSpotChecksInAsManyRoundsAsThereAreChecks() throws Exception {
    assertThat(expectedRounds(StoppingRule.rounds(8), 1)[0]).isEqualTo(8 + 6);
    assertThat(expectedRounds(StoppingRule.rounds(8), 5)[0]).isEqualTo(4 + 2);
    assertThat(expectedRounds(StoppingRule.rounds(8), 8)[0]).isEqualTo(1);
    assertThat(expectedRounds(new StoppingRule(null, 0.03, null), 1)[0]).isEqualTo(8 + 6);
  }

  @Test
  void timeLeftIsWhatFitsIntoTheBudget() throws Exception {
    double each = expectedRounds(StoppingRule.rounds(1), 1)[1];
    Duration budget = Duration.ofNanos((long) (each * (1.05 * 9 + 6) * 1.02));

    assertThat(expectedRounds(new StoppingRule(null, null, budget), 1)[0]).isEqualTo(9 + 6);
    assertThat(expectedRounds(new StoppingRule(3, null, budget), 1)[0]).isEqualTo(3 + 3);
  }

  @Test
  void whereOnlySpotChecksAreLeftNothingIs() throws Exception {
    RunPlan plan = RunPlans.checked(StoppingRule.rounds(8), "find-movie", "jdbc", "jdbc#twin");

    assertThat(run(plan, cell -> cell.workload().isSpotCheck() ? 1 : -1))
        .isEqualTo(Reason.NOTHING_LEFT);
    assertThat(played).hasSize(7);
  }
}
