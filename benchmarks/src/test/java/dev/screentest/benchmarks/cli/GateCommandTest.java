package dev.screentest.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.analysis.BuildAnalysis;
import dev.screentest.benchmarks.analysis.ChangeReport;
import dev.screentest.benchmarks.analysis.RunAnalysis;
import dev.screentest.benchmarks.analysis.Runs;
import dev.screentest.benchmarks.report.ChangeView;
import dev.screentest.benchmarks.report.Palette;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Refused;
import org.junit.jupiter.api.Test;

class GateCommandTest {

  private static Runs run(double factor, double noise) {
    return Runs.of("find-movie")
        .measured("find-movie", "jdbc", 10, 50_000, noise)
        .measured("find-movie", "jdbc#twin", 10, 50_000, noise)
        .measured("find-movie", "jdbi", 10, 60_000 * factor, noise)
        .measured("find-movie", "jdbi@old", 10, 60_000, noise);
  }

  private static ChangeReport report(Runs run) {
    return BuildAnalysis.of(RunAnalysis.of(run.build()), "old", 0.05);
  }

  @Test
  void theExitCodeFollowsTheVerdict() {
    assertThat(GateCommand.exitCode(report(run(1, 0.01)))).isEqualTo(0);
    assertThat(GateCommand.exitCode(report(run(0.5, 0.01)))).isEqualTo(0);
    assertThat(GateCommand.exitCode(report(run(1.5, 0.01)))).isEqualTo(1);
    assertThat(GateCommand.exitCode(report(run(1.08, 0.05)))).isEqualTo(3);
  }

  @Test
  void aCheckThatFailsInTheNewBuildIsRefusedAndOneInTheOldBuildIsInconclusive() {
    Refused ofNew = new Refused(new CellId("find-movie", "jdbi"), "wrong answer");
    Refused ofOld = new Refused(new CellId("find-movie", "jdbi@old"), "wrong answer");

    assertThat(GateCommand.exitCode(report(run(1, 0.01).with(ofNew)))).isEqualTo(1);
    assertThat(GateCommand.exitCode(report(run(1, 0.01).with(ofOld)))).isEqualTo(3);
  }

  @Test
  void theViewShowsTheTimesOfBothBuildsInTheSameRounds() {
    ChangeReport report = report(run(1.5, 0.01));

    assertThat(ChangeView.text(report, Palette.PLAIN))
        .containsSubsequence("old µs/op", "new µs/op", "rounds", "jdbi", " 10  REGRESSION")
        .endsWith("\nREGRESSION\n");
    assertThat(ChangeView.json(report))
        .contains("\"oldNanosPerOp\"", "\"rounds\" : 10", "\"calibrated\" : true")
        .doesNotContain("oldRatio");
  }

  @Test
  void theViewNamesWhatHasNoNumber() {
    Refused ofOld = new Refused(new CellId("find-movie", "jdbi@old"), "wrong answer");
    ChangeReport report = report(run(1, 0.01).with(ofOld));

    assertThat(ChangeView.text(report, Palette.PLAIN))
        .contains("Failed or without a number: find-movie, jdbi@old.");
    assertThat(ChangeView.json(report)).contains("\"reason\" : \"wrong answer\"");
  }
}
