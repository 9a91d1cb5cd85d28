package dev.screentest.benchmarks.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.screentest.benchmarks.statistics.RegressionVerdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeAnalysisTest {

  /** Runs at different hours: times move by a third, ratios do not. */
  private static List<RunReport> runs(int n, double hibernate) {
    List<RunReport> runs = new ArrayList<>();
    for (int run = 0; run < n; run++) {
      double hour = 1 + run / 3.0;
      runs.add(
          RunAnalysis.of(
              Runs.of("find-movie")
                  .measured("find-movie", "jdbc", 8, 50_000 * hour, 0.01)
                  .measured("find-movie", "jdbc#twin", 8, 50_000 * hour, 0.01)
                  .measured("find-movie", "hibernate", 8, 50_000 * hour * hibernate, 0.01)
                  .measured("find-movie", "jdbi", 8, 60_000 * hour, 0.01)
                  .build()));
    }
    return runs;
  }

  private static Runs withNoHibernate() {
    return Runs.of("find-movie")
        .measured("find-movie", "jdbc", 8, 50_000, 0.01)
        .measured("find-movie", "jdbc#twin", 8, 50_000, 0.01)
        .measured("find-movie", "jdbi", 8, 60_000, 0.01);
  }

  @Test
  void whatBecameSlowerIsARegressionAndTheRestIsFine() {
    ChangeReport report = ChangeAnalysis.of(runs(3, 1.2), runs(3, 1.5), 0.05);
    assertThat(report.changes())
        .extracting(change -> change.cell().contestant() + " " + change.verdict())
        .containsExactly("hibernate REGRESSION", "jdbi FINE");
    assertThat(report.changes().get(0).factor()).isCloseTo(1.25, within(0.02));
    assertThat(report.verdict()).isEqualTo(RegressionVerdict.REGRESSION);
  }

  @Test
  void whatBecameFasterIsFine() {
    assertThat(ChangeAnalysis.of(runs(3, 1.5), runs(3, 1.2), 0.05).verdict())
        .isEqualTo(RegressionVerdict.FINE);
  }

  @Test
  void twoRunsOnASideAreInconclusiveHoweverFarApart() {
    ChangeReport report = ChangeAnalysis.of(runs(3, 1.2), runs(2, 2.4), 0.05);
    assertThat(report.changes())
        .allSatisfy(
            change -> {
              assertThat(change.verdict()).isEqualTo(RegressionVerdict.INCONCLUSIVE);
              assertThat(change.interval()).isNull();
            });
    assertThat(report.changes().get(0).factor()).isCloseTo(2, within(0.05));
    assertThat(report.verdict()).isEqualTo(RegressionVerdict.INCONCLUSIVE);
  }

  @Test
  void whatFailedInOneOfTheNewRunsFailed() {
    List<RunReport> recent = new ArrayList<>(runs(3, 1.2));
    recent.add(RunAnalysis.of(withNoHibernate().failed("find-movie", "hibernate").build()));
    ChangeReport report = ChangeAnalysis.of(runs(3, 1.2), recent, 0.05);
    assertThat(report.omissions())
        .extracting(omission -> omission.cell().contestant() + " " + omission.kind())
        .containsExactly("hibernate FAILED");
    assertThat(report.changes()).allMatch(change -> change.verdict() == RegressionVerdict.FINE);
    assertThat(report.verdict()).isEqualTo(RegressionVerdict.INCONCLUSIVE);
  }

  @Test
  void whatTheNewRunsDidNotSetOutToMeasureIsNotMissed() {
    List<RunReport> old = runs(3, 1.2);
    List<RunReport> recent = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      recent.add(RunAnalysis.of(withNoHibernate().without("hibernate").build()));
    }
    ChangeReport report = ChangeAnalysis.of(old, recent, 0.05);
    assertThat(report.omissions()).isEmpty();
    assertThat(report.verdict()).isEqualTo(RegressionVerdict.FINE);
  }

  @Test
  void oneRunThatToldTheBaselineFromItselfShowsNothing() {
    List<RunReport> old = new ArrayList<>(runs(3, 1.2));
    RunReport untrusted =
        RunAnalysis.of(
            Runs.of("find-movie")
                .measured("find-movie", "jdbc", 8, 50_000, 0.01)
                .measured("find-movie", "jdbc#twin", 8, 60_000, 0.01)
                .measured("find-movie", "hibernate", 8, 60_000, 0.01)
                .build());
    old.add(untrusted);
    ChangeReport report = ChangeAnalysis.of(old, runs(3, 1.8), 0.05);
    assertThat(report.untrusted()).containsExactly(untrusted.header().started());
    assertThat(report.changes().get(0).verdict()).isEqualTo(RegressionVerdict.REGRESSION);
    assertThat(report.verdict()).isEqualTo(RegressionVerdict.INCONCLUSIVE);
  }
}
