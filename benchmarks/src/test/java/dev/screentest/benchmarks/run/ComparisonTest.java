package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.screentest.benchmarks.contestant.Build;
import dev.screentest.benchmarks.contestant.BuiltJar;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.journal.JournalReader;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Delayed;
import dev.screentest.benchmarks.result.Fork;
import dev.screentest.benchmarks.result.ForkFailure;
import dev.screentest.benchmarks.result.Forks;
import dev.screentest.benchmarks.result.Refused;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunEnd;
import dev.screentest.benchmarks.result.Slice;
import dev.screentest.benchmarks.result.Verified;
import dev.screentest.benchmarks.stage.ForkJvm;
import dev.screentest.benchmarks.verify.Cost;
import dev.screentest.benchmarks.verify.Verifier;
import dev.screentest.testbed.data.LoadProgress;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.DatabaseUnavailableException;
import dev.screentest.testbed.database.DurabilityProfile;
import dev.screentest.testbed.database.SharedDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real forks, as short as they get: they say whether there is a number, not which. Without a server
 * in the environment each starts its own, as under JMH alone.
 */
class ComparisonTest {

  private static final Patience PATIENT =
      new Patience(Duration.ofSeconds(110), Duration.ofSeconds(110));

  /** A slice of theirs takes some milliseconds; a healthy fork ends within it, too. */
  private static final Patience IMPATIENT =
      new Patience(Duration.ofSeconds(110), Duration.ofSeconds(30));

  @TempDir private Path folder;
  private final StringWriter progress = new StringWriter();

  /** How often the server was asked for its checkpoints, of which it has one between two slices. */
  private final AtomicInteger asked = new AtomicInteger();

  private Engine engine(RunPlan plan, Patience patience) throws Exception {
    return engine(plan, Contestants.onClassPath(), patience);
  }

  private Engine engine(RunPlan plan, Contestants contestants, Patience patience) throws Exception {
    return Engine.begin(
        plan, folder, RunPlans.header(plan), settings(contestants, patience, () -> {}));
  }

  private Engine.Settings settings(
      Contestants contestants, Patience patience, Runnable requireDatabase) {
    return new Engine.Settings(
        contestants,
        ForkLog.silent(),
        new Progress(new PrintWriter(progress, true), false),
        false,
        patience,
        requireDatabase,
        () -> OptionalLong.of(asked.getAndIncrement() / 2),
        Optional.empty());
  }

  private RunData measureVerified(RunPlan plan, Patience patience) throws Exception {
    Verifier verifier =
        new Verifier(
            SharedDatabase.get(),
            Contestants.onClassPath(),
            plan.dataset().catalogue(),
            plan.unit(),
            LoadProgress.SILENT);
    try (Engine engine = engine(plan, patience)) {
      engine.comparison().verify(verifier);
      engine.comparison().measure((round, results) -> {});
    }
    return JournalReader.read(folder);
  }

  /** As if verification had let everything pass. */
  private RunData measureUnverified(RunPlan plan, Patience patience) throws Exception {
    try (Engine engine = engine(plan, patience)) {
      for (Cell cell : plan.cells()) {
        engine.note(new Verified(cell.id(), new Cost(1, 0, 1, 1, 0, 10, 10), List.of()));
      }
      engine.comparison().measure((round, results) -> {});
    }
    return JournalReader.read(folder);
  }

  @Test
  void theForksOfARoundMeasureInTurnsAndEachDoesAllItsSlices() throws Exception {
    RunPlan plan = RunPlans.of(StoppingRule.rounds(1), List.of("find-movie"), "jdbc", "jdbc#twin");

    RunData results = measureVerified(plan, PATIENT);

    for (Cell cell : plan.cells()) {
      Fork fork = Forks.of(results, cell.id(), 1);
      assertThat(fork.slices()).hasSize(2).allMatch(slice -> slice.operations() > 0);
      assertThat(fork.slices())
          .allMatch(slice -> Objects.equals(slice.interference().checkpoints(), 0));
      assertThat(fork.nanosPerOp()).isPositive();
      assertThat(fork.end().bytesPerOp()).isBetween(500.0, 100_000.0);
      assertThat(fork.end().cpuNanosPerOp()).isPositive();
      assertThat(fork.end().jvmArguments()).containsAll(ForkJvm.arguments());
      assertThat(fork.end().jvmArguments()).noneMatch(argument -> argument.contains("baton"));
    }
    assertThat(new JmhResults(folder).toJson(results))
        .contains(
            "\"implementation\" : \"jdbc#twin\"",
            "\"gc.alloc.rate.norm\"",
            "\"forks\" : 1",
            "\"measurementIterations\" : 2")
        .doesNotContain("screentest.baton");
    // In turns: of any two slices that follow each other in a pass, both are of different forks
    List<Slice> slices = results.entries(Slice.class).toList();
    assertThat(slices).hasSize(2 * 3);
    for (int pass = 0; pass < slices.size(); pass += 2) {
      assertThat(slices.get(pass).cell()).isNotEqualTo(slices.get(pass + 1).cell());
    }
    assertThat(progress.toString())
        .contains("verified find-movie, jdbc", "[round 1 of 1, ", " left] find-movie, jdbc#twin: ");
  }

  @Test
  void aWriteIsCountedPerOperationAndWithoutItsRehearsal() throws Exception {
    RunPlan plan = RunPlans.of(StoppingRule.rounds(1), List.of("insert-graph"), "jdbc");

    RunData results = measureVerified(plan, PATIENT);

    Fork fork = Forks.of(results, new CellId("insert-graph", "jdbc"), 1);
    assertThat(fork.slices()).extracting(Slice::operations).containsOnly(400L);
    // Loading the data alone would add some hundred kilobytes to each batch
    assertThat(fork.end().bytesPerOp()).isBetween(1_000.0, 50_000.0);
  }

  @Test
  void aForkBehindADelayWaitsOnceForEachRoundTripThatWasCounted() throws Exception {
    Duration delay = Duration.ofNanos(200_000);
    RunPlan near =
        RunPlans.of(StoppingRule.rounds(1), List.of("find-movie", "insert-graph"), "jdbc");
    RunPlan plan =
        near.with(
            near.workloads().stream()
                .flatMap(workload -> Stream.of(workload, workload.behind(delay)))
                .toList());

    RunData results = measureVerified(plan, PATIENT);

    Map<CellId, Cost> costs =
        results.entries(Verified.class).collect(Collectors.toMap(Verified::cell, Verified::cost));
    assertThat(costs).hasSize(4);
    List<Delayed> delays = results.entries(Delayed.class).toList();
    assertThat(delays).hasSize(2);
    for (Delayed delayed : delays) {
      Cost cost = Objects.requireNonNull(costs.get(delayed.cell()));
      assertThat(delayed.cell().workload()).endsWith("+200us");
      assertThat((double) delayed.roundTrips() / delayed.operations())
          .isCloseTo(cost.roundTrips(), withinPercentage(5));
      assertThat(delayed.nanosPerRoundTrip()).isGreaterThanOrEqualTo((double) delay.toNanos());
      assertThat(Forks.of(results, delayed.cell(), 1).nanosPerOp())
          .isGreaterThan(delayed.nanosPerRoundTrip());
    }
  }

  @Test
  void severalThreadsTakeTurnsWithThoseOfOtherForks() throws Exception {
    RunPlan plan =
        RunPlans.of(StoppingRule.rounds(1), List.of("pool-contention"), "jdbc", "jdbc#twin");

    RunData results = measureVerified(plan, PATIENT);

    for (Cell cell : plan.cells()) {
      Fork fork = Forks.of(results, cell.id(), 1);
      assertThat(fork.slices()).hasSize(2);
      assertThat(fork.end().bytesPerOp()).isBetween(500.0, 100_000.0);
    }
    assertThat(
            results.entries(Slice.class).filter(slice -> slice.index() == 0 && !slice.isWarmup()))
        .extracting(slice -> slice.cell().contestant())
        .containsExactlyInAnyOrder("jdbc", "jdbc#twin");
  }

  @Test
  void inIsolationOneForkComesAfterTheOther() throws Exception {
    RunPlan plan =
        RunPlans.isolated(
            RunPlans.of(StoppingRule.rounds(1), List.of("find-movie"), "jdbc", "jdbc#twin"));

    RunData results = measureVerified(plan, PATIENT);

    // Nobody waits for a turn: one long slice
    plan.cells().forEach(cell -> assertThat(Forks.of(results, cell.id(), 1).slices()).hasSize(1));
    List<CellId> order = results.entries(Slice.class).map(Slice::cell).distinct().toList();
    assertThat(results.entries(Slice.class).map(Slice::cell))
        .containsExactly(order.get(0), order.get(0), order.get(1), order.get(1));
  }

  @Test
  void aForkThatFailsEndsItsCellWithTheReasonAndTheOthersGoOn() throws Exception {
    RunPlan plan = RunPlans.of(StoppingRule.rounds(1), List.of("find-movie"), "jdbc", "broken");

    RunData results = measureUnverified(plan, PATIENT);

    assertThat(results.forks().get(new CellId("find-movie", "jdbc"))).containsOnlyKeys(1);
    assertThat(results.entries(ForkFailure.class))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.cell().contestant()).isEqualTo("broken");
              assertThat(failure.reason())
                  .contains(
                      ".title: expected \"The Bourne Identity\" but was \"The Bourne Identity!\"");
            });
  }

  @Test
  void aForkThatFailsBecauseTheDatabaseIsGoneHasNotFailedAndARunGoesOnLater() throws Exception {
    RunPlan plan = RunPlans.of(StoppingRule.rounds(1), List.of("find-movie"), "jdbc", "broken");
    Contestants contestants = Contestants.onClassPath();
    Runnable gone =
        () ->
            Database.start(
                    DatabaseSpec.parse("jdbc:postgresql://127.0.0.1:1/gone"),
                    DurabilityProfile.MEMORY)
                .close();
    try (Engine engine =
        Engine.begin(plan, folder, RunPlans.header(plan), settings(contestants, PATIENT, gone))) {
      for (Cell cell : plan.cells()) {
        engine.note(new Verified(cell.id(), new Cost(1, 0, 1, 1, 0, 10, 10), List.of()));
      }
      assertThatThrownBy(() -> engine.comparison().measure((round, results) -> {}))
          .isInstanceOf(DatabaseUnavailableException.class);
    }
    RunData before = JournalReader.read(folder);
    assertThat(before.entries(ForkFailure.class)).isEmpty();
    assertThat(before.entries(RunEnd.class)).isEmpty();

    try (Engine engine =
        Engine.resume(plan, folder, before, settings(contestants, PATIENT, () -> {}))) {
      engine.comparison().measure((round, results) -> {});
    }

    RunData results = JournalReader.read(folder);
    assertThat(results.forks().get(new CellId("find-movie", "jdbc"))).containsOnlyKeys(1);
    assertThat(results.entries(ForkFailure.class)).hasSize(1);
    assertThat(results.entries(RunEnd.class)).hasSize(1);
  }

  @Test
  void aForkThatHangsEndsItsCellAndTheOthersGoOn() throws Exception {
    RunPlan plan =
        RunPlans.of(StoppingRule.rounds(1), List.of("find-movie"), "jdbc", "broken/hangs");

    RunData results = measureUnverified(plan, IMPATIENT);

    assertThat(results.forks().get(new CellId("find-movie", "jdbc"))).containsOnlyKeys(1);
    assertThat(results.entries(ForkFailure.class))
        .singleElement()
        .extracting(ForkFailure::reason)
        .isEqualTo("the fork took longer than 30 s to end its slice");
  }

  @Test
  void aForkWhoseSettingsWereChangedHasNoNumber() throws Exception {
    RunPlan plan =
        RunPlans.of(StoppingRule.rounds(1), List.of("find-movie"), "jdbc", "broken/sets");

    RunData results = measureUnverified(plan, PATIENT);

    assertThat(results.forks()).containsOnlyKeys(new CellId("find-movie", "jdbc"));
    assertThat(results.entries(ForkFailure.class))
        .singleElement()
        .extracting(ForkFailure::reason)
        .isEqualTo("setting enable_seqscan: planned on but is off");
  }

  @Test
  void aForkPerformsTheBuildThatItsContestantComesFrom() throws Exception {
    Path jar = BuiltJar.late(folder.resolve("late"));
    Contestants contestants = Contestants.with(List.of(Build.of("late", jar.toString())));
    RunPlan plan =
        RunPlans.of(
            contestants, StoppingRule.rounds(1), List.of("find-movie"), "jdbc@late", "jdbc");

    try (Engine engine = engine(plan, contestants, PATIENT)) {
      engine
          .comparison()
          .verify(
              new Verifier(
                  SharedDatabase.get(),
                  contestants,
                  plan.dataset().catalogue(),
                  plan.unit(),
                  LoadProgress.SILENT));
      engine.comparison().measure((round, results) -> {});
    }

    RunData results = JournalReader.read(folder);
    assertThat(results.entries(Verified.class)).hasSize(2);
    Fork late = Forks.of(results, new CellId("find-movie", "jdbc@late"), 1);
    // It sleeps for two milliseconds in each
    assertThat(late.nanosPerOp()).isGreaterThan(2e6);
    assertThat(late.end().jvmArguments()).noneMatch(argument -> argument.contains("build"));
    assertThat(Forks.of(results, new CellId("find-movie", "jdbc"), 1).nanosPerOp()).isPositive();
  }

  @Test
  void whatFailsTheVerificationGetsNoFork() throws Exception {
    RunPlan plan = RunPlans.of(StoppingRule.rounds(1), List.of("find-movie"), "broken");

    RunData results = measureVerified(plan, PATIENT);

    assertThat(results.entries(Slice.class)).isEmpty();
    assertThat(results.entries(Refused.class))
        .singleElement()
        .satisfies(refused -> assertThat(refused.reason()).contains("The Bourne Identity!"));
  }
}
