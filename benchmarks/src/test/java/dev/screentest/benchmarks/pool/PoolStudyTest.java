package dev.screentest.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.load.Moment;
import dev.screentest.benchmarks.load.ThreadKind;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.PoolLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real forks, each with a server of its own, since this JVM cannot tell them of another. */
class PoolStudyTest {

  @TempDir private Path folder;

  private final List<String> said = new ArrayList<>();

  private PoolData play(
      List<Scenario> scenarios, UnitMix unit, String contestant, Duration measured)
      throws IOException, InterruptedException {
    StudyPlan plan =
        new StudyPlan(
            scenarios,
            List.of(unit),
            List.of(ThreadKind.PLATFORM),
            List.of(3),
            List.of(2, 4),
            List.of(contestant),
            List.of(PoolLibrary.HIKARICP.label()),
            List.of(Jvm.ofThisProcess()),
            DataSet.TUTORIAL,
            1,
            Duration.ofMillis(20),
            measured,
            Duration.ofMillis(1),
            false,
            7);
    PoolHeader header = Studies.header(plan.cells());
    PoolStudy study =
        new PoolStudy(
            plan,
            Contestants.onClassPath(),
            header,
            PoolJournal.begin(folder, header),
            said::add,
            line -> {});
    study.play(1);
    assertThat(PoolJournal.read(folder)).isEqualTo(study.data());
    return study.data();
  }

  @Test
  void aForkPlaysAllCells() throws IOException, InterruptedException {
    PoolData data =
        play(
            List.of(Scenario.MAP, Scenario.THINK, Scenario.OPEN, Scenario.SECOND, Scenario.COLD),
            UnitMix.MIXED,
            "jdbc",
            Duration.ofMillis(300));
    assertThat(data.entries(CellFailure.class)).isEmpty();
    assertThat(data.entries(Measured.class).map(Measured::cell).toList())
        .containsExactlyInAnyOrderElementsOf(
            data.header().cells().stream()
                .filter(cell -> cell.scenario() != Scenario.COLD)
                .toList());
    assertThat(data.entries(Opened.class)).hasSize(2);
    data.entries(Measured.class)
        .filter(measured -> measured.cell().scenario() != Scenario.SECOND)
        .forEach(
            measured -> {
              assertThat(measured.load().errors()).isZero();
              assertThat(measured.load().units()).isPositive();
              assertThat(measured.load().hold().count()).isPositive();
              // A find and a commit, each a round trip behind a millisecond.
              assertThat(measured.load().hold().p50()).isGreaterThan(2_000_000);
            });
    // With one connection more than threads nobody starves; with fewer all three do sooner or
    // later.
    assertThat(data.entries(Measured.class))
        .filteredOn(
            measured ->
                measured.cell().scenario() == Scenario.SECOND && measured.cell().size() == 2)
        .singleElement()
        .satisfies(
            starved -> {
              assertThat(starved.load().starvedShare()).isPositive();
              assertThat(starved.load().timeouts()).isPositive();
            });
    data.entries(Measured.class)
        .filter(measured -> measured.cell().scenario() == Scenario.SECOND)
        .filter(measured -> measured.cell().size() >= measured.cell().connectionsThatNeverStarve())
        .forEach(
            measured -> {
              assertThat(measured.load().timeouts()).isZero();
              assertThat(measured.load().starvedShare()).isZero();
              assertThat(measured.load().holdsPerUnit()).isGreaterThan(1);
            });
  }

  @Test
  void aSpikeIsFollowedFromCalmToCalm() throws IOException, InterruptedException {
    // How much is calm follows from one such window.
    PoolData data = play(List.of(Scenario.SPIKE), UnitMix.READ, "jdbc", Duration.ofMillis(500));
    assertThat(data.entries(CellFailure.class)).isEmpty();
    assertThat(data.entries(Measured.class).toList())
        .hasSize(2)
        .allSatisfy(
            measured -> {
              assertThat(measured.load().errors()).isZero();
              // Thirty times as many are due in it as in the second before.
              assertThat(units(measured, 1_000, 2_000))
                  .isGreaterThan(10 * units(measured, 0, 1_000))
                  .isGreaterThan(10 * units(measured, 4_000, 5_000))
                  .isPositive();
              assertThat(measured.load().inUseByPart().get(2))
                  .isGreaterThan(measured.load().inUseByPart().get(0))
                  .isGreaterThan(measured.load().inUseByPart().get(9));
              Recovery recovery = Recovery.of(measured.course());
              assertThat(recovery.worst()).isGreaterThan(recovery.calm()).isPositive();
            });
  }

  private static long units(Measured measured, long fromMillis, long toMillis) {
    return measured.course().stream()
        .filter(moment -> moment.millis() >= fromMillis && moment.millis() < toMillis)
        .mapToLong(Moment::units)
        .sum();
  }

  /** A store that stores nothing is found out before anything is timed. */
  @Test
  void aForkThatEndsLeavesItsCellsWithTheReason() throws IOException, InterruptedException {
    PoolData data =
        play(List.of(Scenario.MAP), UnitMix.WRITE, "broken/forgets", Duration.ofMillis(100));
    assertThat(data.entries(Measured.class)).isEmpty();
    assertThat(data.entries(CellFailure.class).map(CellFailure::cell).toList())
        .containsExactlyInAnyOrderElementsOf(data.header().cells())
        .hasSize(2);
    assertThat(data.entries(CellFailure.class))
        .allSatisfy(
            failure ->
                assertThat(failure.reason())
                    .startsWith("the fork ended with exit code 1: ")
                    .contains("the title of movie 1 must be Rehearsal"));
    assertThat(said).anySatisfy(line -> assertThat(line).startsWith("FAILED broken/forgets"));
  }
}
