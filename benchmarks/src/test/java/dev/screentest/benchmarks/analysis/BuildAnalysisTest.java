package dev.screentest.benchmarks.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.ForkFailure;
import dev.screentest.benchmarks.result.LeftOut;
import dev.screentest.benchmarks.statistics.RegressionVerdict;
import org.junit.jupiter.api.Test;

class BuildAnalysisTest {

  private static final CellId OLD = new CellId("find-movie", "hibernate@old");

  private static Runs run(double jdbcOfNew, double hibernateOfNew, int rounds) {
    return Runs.of("find-movie")
        .measured("find-movie", "jdbc", rounds, 50_000 * jdbcOfNew, 0.01)
        .measured("find-movie", "jdbc#twin", rounds, 50_000 * jdbcOfNew, 0.01)
        .measured("find-movie", "jdbc@old", rounds, 50_000, 0.01)
        .measured("find-movie", "hibernate", rounds, 90_000 * hibernateOfNew, 0.01)
        .measured("find-movie", "hibernate@old", rounds, 90_000, 0.01);
  }

  private static ChangeReport compare(Runs run) {
    return BuildAnalysis.of(RunAnalysis.of(run.build()), "old", 0.05);
  }

  @Test
  void eachIsHeldAgainstItselfAndWhatBecameSlowerIsARegression() {
    ChangeReport report = compare(run(1, 1.2, 10));

    assertThat(report.changes())
        .extracting(change -> change.cell().contestant() + " " + change.verdict())
        .containsExactly("jdbc FINE", "hibernate REGRESSION");
    ChangeReport.Change hibernate = report.changes().get(1);
    assertThat(hibernate.factor()).isCloseTo(1.2, within(0.03));
    assertThat(hibernate.oldCost()).isCloseTo(90_000, within(2_000.0));
    assertThat(hibernate.newCount()).isEqualTo(10);
    assertThat(report.verdict()).isEqualTo(RegressionVerdict.REGRESSION);
  }

  @Test
  void whatBecameFasterIsFine() {
    assertThat(compare(run(0.5, 0.5, 10)).verdict()).isEqualTo(RegressionVerdict.FINE);
  }

  @Test
  void aSlowdownWithinWhatIsAllowedIsFine() {
    assertThat(compare(run(1.02, 1.02, 20)).verdict()).isEqualTo(RegressionVerdict.FINE);
  }

  @Test
  void oneRoundShowsNothing() {
    ChangeReport report = compare(run(1, 3, 1));

    assertThat(report.changes()).allSatisfy(change -> assertThat(change.interval()).isNull());
    assertThat(report.verdict()).isEqualTo(RegressionVerdict.INCONCLUSIVE);
  }

  @Test
  void aCellThatFailedLeavesTheWholeInconclusive() {
    ChangeReport report = compare(run(1, 1, 10).with(new ForkFailure(OLD, 3, "no such method")));

    assertThat(report.changes()).hasSize(1);
    assertThat(report.omissions()).extracting(Omission::cell).containsExactly(OLD);
    assertThat(report.verdict()).isEqualTo(RegressionVerdict.INCONCLUSIVE);
  }

  @Test
  void whatBothBuildsCannotDoIsNoGap() {
    ChangeReport report =
        compare(
            run(1, 1, 10)
                .with(new LeftOut(new CellId("find-movie", "hibernate"), "it cannot"))
                .with(new LeftOut(OLD, "it cannot")));

    assertThat(report.omissions()).isEmpty();
    assertThat(report.verdict()).isEqualTo(RegressionVerdict.FINE);
  }

  @Test
  void whatOneBuildCannotDoIsAGap() {
    ChangeReport report = compare(run(1, 1, 10).with(new LeftOut(OLD, "it could not")));

    assertThat(report.verdict()).isEqualTo(RegressionVerdict.INCONCLUSIVE);
  }

  @Test
  void aCalibrationThatFailedOutweighsARegression() {
    ChangeReport report =
        compare(
            Runs.of("find-movie")
                .measured("find-movie", "jdbc", 10, 50_000, 0.01)
                .measured("find-movie", "jdbc#twin", 10, 70_000, 0.01)
                .measured("find-movie", "jdbc@old", 10, 30_000, 0.01));

    assertThat(report.isCalibrated()).isFalse();
    assertThat(report.changes().get(0).verdict()).isEqualTo(RegressionVerdict.REGRESSION);
    assertThat(report.verdict()).isEqualTo(RegressionVerdict.INCONCLUSIVE);
  }
}
