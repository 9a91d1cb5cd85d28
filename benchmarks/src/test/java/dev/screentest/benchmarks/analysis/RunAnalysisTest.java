package dev.screentest.benchmarks.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.ForkFailure;
import dev.screentest.benchmarks.result.ForkStart;
import dev.screentest.benchmarks.result.Forks;
import dev.screentest.benchmarks.result.Interference;
import dev.screentest.benchmarks.result.Slice;
import dev.screentest.benchmarks.statistics.LogRatios;
import dev.screentest.benchmarks.statistics.RatioInterval;
import dev.screentest.benchmarks.statistics.Verdict;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RunAnalysisTest {

  private static Standing standing(RunReport report, String workload, String contestant) {
    return report.workloads().stream()
        .filter(w -> w.name().equals(workload))
        .flatMap(w -> w.standings().stream())
        .filter(s -> s.contestant().equals(contestant))
        .findFirst()
        .orElseThrow();
  }

  private static Comparison comparison(RunReport report, String workload, String contestant) {
    return Objects.requireNonNull(standing(report, workload, contestant).comparison());
  }

  /** Hibernate is slower by 20 %, JDBI the same, both by construction. */
  private static Runs plain() {
    return Runs.of("find-movie")
        .measured("find-movie", "jdbc", 10, 50_000, 0.01)
        .measured("find-movie", "jdbc#twin", 10, 50_000, 0.01)
        .measured("find-movie", "hibernate", 10, 60_000, 0.01)
        .measured("find-movie", "jdbi", 10, 50_000, 0.01);
  }

  @Test
  void saysWhatIsSoByConstruction() {
    RunReport report = RunAnalysis.of(plain().build());

    Comparison hibernate = comparison(report, "find-movie", "hibernate");
    assertThat(hibernate.verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(Objects.requireNonNull(hibernate.interval()).contains(1.2)).isTrue();
    assertThat(hibernate.addedNanosPerOp()).isCloseTo(10_000, within(500.0));
    assertThat(comparison(report, "find-movie", "jdbi").verdict()).isEqualTo(Verdict.SAME);
    assertThat(comparison(report, "find-movie", "jdbc#twin").verdict()).isEqualTo(Verdict.SAME);
    assertThat(standing(report, "find-movie", "jdbc").comparison()).isNull();
    assertThat(standing(report, "find-movie", "hibernate").tier()).isEqualTo(2);
    assertThat(standing(report, "find-movie", "jdbi").tier()).isEqualTo(1);
    assertThat(standing(report, "find-movie", "jdbc#twin").tier()).isEqualTo(1);
    assertThat(report.rounds()).isEqualTo(10);
    assertThat(report.twinCheck().twins()).isEqualTo(1);
    assertThat(report.twinCheck().hasFailed()).isFalse();
    assertThat(report.hasFailure()).isFalse();
    assertThat(report.omissions()).isEmpty();
  }

  @Test
  void theRatioIsThatOfTheForksRoundByRound() {
    RunReport report = RunAnalysis.of(plain().build());
    double[] hibernate =
        Forks.of(report.data(), new CellId("find-movie", "hibernate")).values().stream()
            .mapToDouble(fork -> fork.nanosPerOp())
            .toArray();
    double[] jdbc =
        Forks.of(report.data(), new CellId("find-movie", "jdbc")).values().stream()
            .mapToDouble(fork -> fork.nanosPerOp())
            .toArray();
    assertThat(comparison(report, "find-movie", "hibernate").interval())
        .isEqualTo(LogRatios.of(hibernate, jdbc).interval(0.95));
  }

  @Test
  void theNoiseFloorIsTheFarthestEndOfTheTwinsInterval() {
    RunReport report = RunAnalysis.of(plain().build());
    RatioInterval twin =
        Objects.requireNonNull(comparison(report, "find-movie", "jdbc#twin").interval());
    assertThat(report.noiseFloorPercent())
        .isCloseTo(100 * (Math.max(twin.high(), 1 / twin.low()) - 1), within(1e-9));
  }

  @Test
  void aTwinThatIsToldApartMarksTheReport() {
    RunReport report =
        RunAnalysis.of(
            Runs.of("find-movie", "insert-graph")
                .measured("find-movie", "jdbc", 8, 50_000, 0.01)
                .measured("find-movie", "jdbc#twin", 8, 50_000, 0.01)
                .measured("insert-graph", "jdbc", 8, 50_000, 0.01)
                .measured("insert-graph", "jdbc#twin", 8, 55_000, 0.01)
                .build());
    assertThat(report.twinCheck().toldApart()).containsExactly("insert-graph");
    assertThat(report.summary().get(0))
        .isEqualTo("Do not trust this run: it tells jdbc apart from itself in insert-graph.");
  }

  @Test
  void whatIsNotToldApartSaysHowManyRoundsWouldTell() {
    RunReport report =
        RunAnalysis.of(
            Runs.of("find-movie")
                .measured("find-movie", "jdbc", 8, 50_000, 0.05)
                .measured("find-movie", "hibernate", 8, 50_000, 0.05)
                .measured("find-movie", "jdbi", 8, 50_000, 0.6)
                .build());
    Comparison hibernate = comparison(report, "find-movie", "hibernate");
    assertThat(hibernate.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(hibernate.roundsStillNeeded()).isBetween(1, 92);
    assertThat(hibernate.isBeyondReach()).isFalse();
    Comparison jdbi = comparison(report, "find-movie", "jdbi");
    assertThat(jdbi.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(jdbi.roundsStillNeeded()).isNull();
    assertThat(jdbi.isBeyondReach()).isTrue();
    assertThat(report.noiseFloorPercent()).isNull();
  }

  @Test
  void aStallShowsInTotalsAndNotInMediansAndIsFlagged() {
    RunReport report =
        RunAnalysis.of(
            Runs.of("find-movie")
                .measured("find-movie", "jdbc", 8, 50_000, 0.001)
                .measured("find-movie", "hibernate", 8, 50_000, 0.001, 1.4)
                .build());
    Comparison hibernate = comparison(report, "find-movie", "hibernate");
    assertThat(hibernate.ratio()).isCloseTo(1.08, within(0.003));
    assertThat(Objects.requireNonNull(hibernate.robust()).ratio()).isCloseTo(1, within(0.003));
    assertThat(standing(report, "find-movie", "hibernate").notes())
        .contains(Note.STALLS_DIFFER, Note.DIFFERENT_BILL);
  }

  /** No fork says so of itself: five slices are too few for one. */
  @Test
  void forksThatTogetherBecomeFasterAreStillWarmingUp() {
    RunReport report =
        RunAnalysis.of(
            Runs.of("find-movie")
                .measured("find-movie", "jdbc", 8, 50_000, 0.01)
                .measured("find-movie", "jdbc#twin", 8, 50_000, 0.01)
                .measured("find-movie", "hibernate", 8, 60_000, 0.01, 0.8)
                .build());
    assertThat(standing(report, "find-movie", "hibernate").notes()).contains(Note.STILL_WARMING_UP);
    assertThat(standing(report, "find-movie", "jdbc").notes())
        .doesNotContain(Note.STILL_WARMING_UP);
  }

  @Test
  void aCellWithoutANumberSaysWhy() {
    RunReport report =
        RunAnalysis.of(
            Runs.of("find-movie", "insert-graph").withoutNumbers("insert-graph").build());
    assertThat(report.omissions())
        .filteredOn(omission -> omission.cell().workload().equals("insert-graph"))
        .extracting(o -> o.cell().contestant() + " " + o.kind().label() + ": " + o.reason())
        .containsExactly(
            "jdbc FAILED: the fork hung",
            "jdbc#twin not measured: the run has no whole round of it yet",
            "hibernate FAILED: movie 7.title: expected <a>, but was <b>",
            "jdbi left out: CASCADE: it has none");
    assertThat(report.hasFailure()).isTrue();
    assertThat(report.workloads().get(1).standings()).isEmpty();
    assertThat(report.summary().get(2)).endsWith("; failed: 2 cells; left out: 1 cell.");
  }

  @Test
  void aForkThatFailedEndsItsCellAndTheOthersGoOn() {
    CellId hibernate = new CellId("find-movie", "hibernate");
    RunReport report = RunAnalysis.of(plain().with(new ForkFailure(hibernate, 11, "died")).build());
    assertThat(report.workloads().get(0).standings())
        .extracting(Standing::contestant)
        .containsExactly("jdbc", "jdbc#twin", "jdbi");

    RunReport resumed =
        RunAnalysis.of(
            plain()
                .with(new ForkFailure(hibernate, 11, "the database was gone"))
                .with(new ForkStart(hibernate, 11, 0))
                .build());
    assertThat(standing(resumed, "find-movie", "hibernate").comparison()).isNotNull();
  }

  @Test
  void aRoundThatNotAllHaveCompletedDoesNotCount() {
    CellId jdbi = new CellId("find-movie", "jdbi");
    RunReport report =
        RunAnalysis.of(
            plain()
                .with(new ForkStart(jdbi, 11, 0))
                .with(new Slice(jdbi, 11, 0, false, 1, 1e9, Interference.UNKNOWN))
                .build());
    assertThat(report.rounds()).isEqualTo(10);
    assertThat(comparison(report, "find-movie", "jdbi").verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void afterOneRoundThereIsARatioAndNoVerdict() {
    RunReport report =
        RunAnalysis.of(
            Runs.of("find-movie")
                .measured("find-movie", "jdbc", 1, 50_000, 0)
                .measured("find-movie", "hibernate", 1, 60_000, 0)
                .build());
    Comparison hibernate = comparison(report, "find-movie", "hibernate");
    assertThat(hibernate.ratio()).isCloseTo(1.2, within(1e-9));
    assertThat(hibernate.interval()).isNull();
    assertThat(hibernate.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(standing(report, "find-movie", "hibernate").tier()).isNull();
    assertThat(standing(report, "find-movie", "hibernate").notes()).contains(Note.FEW_ROUNDS);
  }

  @Test
  void withoutABaselineThereAreTimesAndNoRatios() {
    RunReport report =
        RunAnalysis.of(
            Runs.of("find-movie").measured("find-movie", "jdbi", 8, 50_000, 0.01).build());
    assertThat(standing(report, "find-movie", "jdbi").comparison()).isNull();
    assertThat(standing(report, "find-movie", "jdbi").nanosPerOp().mean())
        .isCloseTo(50_000, within(1_000.0));
  }

  @Test
  void aVerdictThatHoldsWithinItsWorkloadOnlyIsMarked() {
    Runs runs = Runs.of("w0", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "w9");
    for (int workload = 0; workload < 10; workload++) {
      runs.measured("w" + workload, "jdbc", 8, 50_000, 0.05)
          .measured("w" + workload, "hibernate", 8, workload == 0 ? 90_000 : 50_000, 0.05)
          .measured("w" + workload, "jdbi", 8, workload == 1 ? 55_500 : 50_000, 0.05);
    }
    RunReport report = RunAnalysis.of(runs.build());
    assertThat(comparison(report, "w0", "hibernate").verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(standing(report, "w0", "hibernate").notes())
        .doesNotContain(Note.FOR_THIS_WORKLOAD_ONLY);
    assertThat(comparison(report, "w1", "jdbi").verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(standing(report, "w1", "jdbi").notes()).contains(Note.FOR_THIS_WORKLOAD_ONLY);
  }

  @Test
  void theSummarySaysThreeThings() {
    RunReport report =
        RunAnalysis.of(
            plain()
                .with(new ForkFailure(new CellId("insert-graph", "jdbc"), 1, "not in the plan"))
                .build());
    assertThat(report.summary()).hasSize(3);
    assertThat(report.summary().get(0))
        .startsWith("jdbc and its twin, which are identical, differ");
    assertThat(report.summary().get(1))
        .startsWith("Times as long as jdbc, geometric mean over 1 workload: hibernate 1.2");
    assertThat(report.summary().get(2))
        .isEqualTo(
            "Shown with 5 % error for all of it together: hibernate slower in 1; jdbi the same"
                + " within 3 % in 1.");
  }

  @Test
  void anEmptyRunIsNoError() {
    RunReport report = RunAnalysis.of(Runs.of("find-movie").build());
    assertThat(report.rounds()).isZero();
    assertThat(report.noiseFloorPercent()).isNull();
    assertThat(report.omissions()).hasSize(4);
    assertThat(report.summary()).hasSize(3);
  }
}
