package dev.screentest.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.analysis.Runs;
import dev.screentest.benchmarks.journal.Journals;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunEnd;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StoredRunsTest {

  @TempDir private Path folder;

  private int runs;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine screentest =
      Screentest.commandLine(Map.of("NO_COLOR", "1"))
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err));

  private int run(Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    return screentest.execute(texts);
  }

  private static RunData data(Runs runs, double hibernate) {
    return runs.measured("find-movie", "jdbc", 8, 50_000, 0.01)
        .measured("find-movie", "jdbc#twin", 8, 50_000, 0.01)
        .measured("find-movie", "hibernate", 8, 50_000 * hibernate, 0.01)
        .measured("find-movie", "jdbi", 8, 50_000, 0.01)
        .build();
  }

  private Path keep(String name, RunData data) throws IOException {
    return Journals.write(Files.createDirectories(folder.resolve(name)), data);
  }

  private Path keepThree(String name, double hibernate) throws IOException {
    for (int i = 1; i <= 3; i++) {
      // No two runs of a test begin at once, of whichever side they are.
      Instant started = Instant.EPOCH.plusSeconds(runs++);
      keep(name + "/" + i, data(Runs.of("find-movie").started(started), hibernate));
    }
    return folder.resolve(name);
  }

  private void assertError(String cause, String remedy) {
    assertThat(err.toString().lines().toList())
        .isEqualTo(List.of("Error: " + cause, "Remedy: " + remedy));
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whatAnotherCommandBeganIsItsToGoOnWith() throws IOException {
    Path run = keep("run", data(Runs.of("find-movie").command("--rounds", "8"), 1.2));

    assertThat(run("gate", "--resume", run)).isEqualTo(2);

    assertError(
        "--resume: %s was begun by run; go on with ./screentest run --resume %s."
            .formatted(run, run),
        "see ./screentest gate --help");
  }

  @Test
  void aGateThatIsOverShowsItsVerdictAgainThoughItsOldBuildIsGone() throws IOException {
    RunData gate =
        Runs.of("find-movie")
            .command("gate", "--against", "gone.jar", "--max-regression", "25%")
            .withoutNumbers("find-movie")
            .with(new RunEnd(Instant.EPOCH, RunEnd.Reason.NOTHING_LEFT))
            .build();
    Path folder = keep("gate", gate);

    assertThat(run("gate", "--resume", folder)).isEqualTo(3);

    assertThat(out.toString()).contains("the fork hung", "not more than 25.0 %");
    assertThat(folder.resolve("gate.txt")).isNotEmptyFile();
  }

  @Test
  void aRunIsShownAgain() throws IOException {
    Path run = keep("run", data(Runs.of("find-movie"), 1.2));
    assertThat(run("report", run)).isZero();
    assertThat(out.toString()).contains("find-movie: 8 rounds", "SLOWER", "jdbc#twin");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aReportCanBeWrittenToAFile() throws IOException {
    Path run = keep("run", data(Runs.of("find-movie"), 1.2));
    Path file = folder.resolve("report.html");
    assertThat(run("report", run, "--format", "html", "--output", file)).isZero();
    assertThat(Files.readString(file)).startsWith("<!doctype html>");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFailedCellIsAFailedCheck() throws IOException {
    RunData data = Runs.of("insert-graph").withoutNumbers("insert-graph").build();
    assertThat(run("report", keep("run", data), "--json")).isEqualTo(1);
    assertThat(out.toString()).startsWith("{").contains("the fork hung");
  }

  @Test
  void aFolderWithoutARunIsWrongUsage() {
    assertThat(run("report", folder)).isEqualTo(2);
    assertError(
        "There is no run in " + folder + ": journal.jsonl is missing",
        "name a folder that the run command kept");
  }

  @Test
  void aFormatThatThereIsNotIsWrongUsageAndListsTheValidOnes() {
    assertThat(run("report", folder, "--format", "pdf")).isEqualTo(2);
    assertThat(err.toString()).contains("pdf", "TEXT, JSON, CSV, MARKDOWN, HTML");
  }

  @Test
  void oneRunNamedThriceIsNotThreeRuns() throws IOException {
    Path old = keepThree("old", 1.2);
    Path run = keep("run", data(Runs.of("find-movie"), 1.5));
    Path copy = keep("copy", data(Runs.of("find-movie"), 1.5));
    assertThat(run("compare", old, run + "," + copy + "," + run)).isEqualTo(2);
    assertError(
        "The run of 2026-11-26T12:00:00Z is named twice.", "see ./screentest compare --help");
  }

  @Test
  void whatFailedInEveryNewRunIsNotPassedOver() throws IOException {
    Path old = keepThree("old", 1.2);
    for (int i = 1; i <= 3; i++) {
      Runs broken =
          Runs.of("find-movie")
              .started(Instant.EPOCH.plusSeconds(runs++))
              .measured("find-movie", "jdbc", 8, 50_000, 0.01)
              .measured("find-movie", "jdbc#twin", 8, 50_000, 0.01)
              .measured("find-movie", "jdbi", 8, 50_000, 0.01);
      keep("new/" + i, broken.failed("find-movie", "hibernate").build());
    }
    assertThat(run("compare", old, folder.resolve("new"))).isEqualTo(3);
    assertThat(out.toString())
        .contains("Failed or without a number: find-movie, hibernate")
        .endsWith("\nINCONCLUSIVE\n");
  }

  @Test
  void aRunThatToldItsBaselineApartFromItselfIsNamed() throws IOException {
    Path old = keepThree("old", 1.2);
    RunData untrusted =
        Runs.of("find-movie")
            .measured("find-movie", "jdbc", 8, 50_000, 0.01)
            .measured("find-movie", "jdbc#twin", 8, 60_000, 0.01)
            .measured("find-movie", "hibernate", 8, 90_000, 0.01)
            .measured("find-movie", "jdbi", 8, 50_000, 0.01)
            .build();
    Path slower = keepThree("slower", 1.8);
    keep("slower/4", untrusted);
    assertThat(run("compare", old, slower)).isEqualTo(3);
    assertThat(out.toString())
        .contains(
            "jdbc was told apart from itself in the run of 2026-11-26T12:00:00Z: nothing is shown.")
        .endsWith("\nINCONCLUSIVE\n");
    out.getBuffer().setLength(0);
    run("compare", old, slower, "--json");
    assertThat(out.toString()).contains("\"untrustedRuns\" : [ \"2026-11-26T12:00:00Z\" ]");
  }

  @Test
  void threeRunsAgainstThreeTellARegression() throws IOException {
    Path old = keepThree("old", 1.2);
    Path slower = keepThree("slower", 1.5);
    assertThat(run("compare", old, slower)).isEqualTo(1);
    assertThat(out.toString()).contains("REGRESSION", "3:3").endsWith("\nREGRESSION\n");
    assertThat(run("compare", slower, old)).isZero();
    assertThat(run("compare", old, slower, "--max-regression", "50%")).isZero();
  }

  @Test
  void fewerRunsAreInconclusive() throws IOException {
    Path old = keepThree("old", 1.2);
    keepThree("slower", 1.5);
    String two = folder.resolve("slower/1") + "," + folder.resolve("slower/2");
    assertThat(run("compare", old, two, "--json")).isEqualTo(3);
    assertThat(out.toString()).startsWith("{").contains("\"verdict\" : \"INCONCLUSIVE\"");
  }

  @Test
  void anotherMachineIsRefusedUnlessTold() throws IOException {
    Path here = keepThree("here", 1.2);
    Path there = keep("there", data(Runs.elsewhere("find-movie"), 1.2));
    assertThat(run("compare", here, there)).isEqualTo(2);
    assertError(
        "The runs of 1970-01-01T00:00:00Z and 2026-11-26T12:00:00Z are not from the same machine"
            + " with the same settings; --other-machine allows that.",
        "see ./screentest compare --help");
    assertThat(run("compare", here, there, "--other-machine")).isEqualTo(3);
  }

  @Test
  void whatHasNothingInCommonCannotBeCompared() throws IOException {
    Path one = keep("one", data(Runs.of("find-movie"), 1.2));
    Path other = keep("other", Runs.of("insert-graph").build());
    assertThat(run("compare", one, other)).isEqualTo(2);
    assertError(
        "The runs have no measured workload and implementation in common.",
        "see ./screentest compare --help");
  }

  @Test
  void aPercentageThatIsNoneIsWrongUsage() {
    assertThat(run("compare", folder, folder, "--max-regression", "much")).isEqualTo(2);
    assertThat(err.toString()).contains("'much' is no percentage such as 5%");
  }
}
