package dev.screentest.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.testbed.fault.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ScreentestTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine screentest =
      Screentest.commandLine(Map.of("NO_COLOR", "1"))
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err));

  private int run(String... arguments) {
    return screentest.execute(arguments);
  }

  /** Two lines, and no stack trace. */
  private void assertError(String cause, String remedy) {
    assertThat(err.toString().lines().toList())
        .isEqualTo(List.of("Error: " + cause, "Remedy: " + remedy));
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnknownImplementationIsWrongUsageAndListsTheValidOnes() {
    assertThat(run("run", "--implementations", "jdbc,hybernate")).isEqualTo(2);
    assertError(
        "There is no implementation 'hybernate'. Valid are: jdbc, broken, hibernate, jdbi,"
            + " mybatis.",
        "see ./screentest run --help");
  }

  @Test
  void anUnknownVariantIsWrongUsageAndListsTheValidOnes() {
    assertThat(run("tutorial", "--implementation", "broken/whole")).isEqualTo(2);
    assertError(
        "There is no variant of broken 'whole'. Valid are: taught, forgets, talks, saves, breaks,"
            + " hangs, no-batch, commits-each, commits-tenth, no-keys, keeps-context, caches,"
            + " skips-updates, no-order, no-index, shallow, deep, sets, prepares,"
            + " scribbles, hides, keeps-connection.",
        "see ./screentest tutorial --help");
  }

  @Test
  void anUnknownWorkloadIsWrongUsageAndListsTheValidOnes() {
    assertThat(run("verify", "--workloads", "find-film")).isEqualTo(2);
    assertThat(err.toString().lines().toList())
        .hasSize(2)
        .first(InstanceOfAssertFactories.STRING)
        .startsWith("Error: There is no workload 'find-film'. Valid are: all, select-1, ")
        .contains(", pool-contention, ")
        .endsWith(".");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnknownDataSetIsWrongUsageAndListsTheValidOnes() {
    assertThat(run("run", "--dataset", "huge")).isEqualTo(2);
    assertThat(err.toString()).contains("--dataset", "huge", "TUTORIAL", "SMALL");
  }

  @Test
  void anUnknownProfileIsWrongUsageAndListsTheValidOnes() {
    assertThat(run("run", "--profile", "fast")).isEqualTo(2);
    assertThat(err.toString()).contains("--profile", "fast", "MEMORY", "DURABLE");
  }

  @Test
  void anUnknownOptionIsWrongUsage() {
    assertThat(run("run", "--wrokloads", "all")).isEqualTo(2);
    assertThat(err.toString()).startsWith("Error: Unknown options: '--wrokloads', 'all'");
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    assertThat(run("rum")).isEqualTo(2);
    assertThat(err.toString()).contains("rum");
  }

  @Test
  void noCommandIsWrongUsageAndListsTheValidOnes() {
    assertThat(run()).isEqualTo(2);
    assertError(
        "A command is missing. Valid are: run, report, compare, gate, pool, doctor, verify,"
            + " faults, list, show, tutorial, clean, jmh.",
        "see ./screentest --help");
  }

  @Test
  void anUnknownPoolIsWrongUsageAndListsTheValidOnes() {
    assertThat(run("pool", "--pools", "hikari")).isEqualTo(2);
    assertError(
        "There is no pool 'hikari'. Valid are: all, hikaricp, agroal, dbcp2, c3p0, vibur.",
        "see ./screentest pool --help");
  }

  @Test
  void aPoolWithoutConnectionsIsWrongUsage() {
    assertThat(run("pool", "--sizes", "0,1")).isEqualTo(2);
    assertError("--sizes: from 1 to 150 connections.", "see ./screentest pool --help");
  }

  @Test
  void aJavaThatIsNotThereIsWrongUsage(@TempDir Path empty) {
    assertThat(run("pool", "--jvm", empty.toString())).isEqualTo(2);
    assertError(
        "--jvm %s: there is no bin/java in %s.".formatted(empty, empty),
        "see ./screentest pool --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "pool"})
  void aFolderThatHoldsSomethingIsNotForResults(String command, @TempDir Path used)
      throws IOException {
    Files.createFile(used.resolve("journal.jsonl"));
    assertThat(run(command, "--output", used.toString())).isEqualTo(2);
    assertError(
        "--output: " + used + " is not empty; name a new folder.",
        "see ./screentest " + command + " --help");
  }

  @Test
  void aStudyThatIsNotThereCannotBeShown(@TempDir Path empty) {
    assertThat(run("pool", "--report", empty.toString())).isEqualTo(2);
    assertError(
        "--report: There is no study of pools in %s: no pools.jsonl.".formatted(empty),
        "see ./screentest pool --help");
  }

  @Test
  void noRoundIsWrongUsage() {
    assertThat(run("run", "--rounds", "0")).isEqualTo(2);
    assertError("--rounds is 0; at least 1.", "see ./screentest run --help");
  }

  @Test
  void aTimeWithoutAUnitIsWrongUsage() {
    assertThat(run("run", "--budget", "10")).isEqualTo(2);
    assertThat(err.toString()).contains("--budget", "'10' is no time; write 90s, 10m or 1h30m.");
  }

  @Test
  void aPrecisionThatNoRunReachesIsWrongUsage() {
    assertThat(run("run", "--target", "0%")).isEqualTo(2);
    assertError("--target is 0%, which no run reaches.", "see ./screentest run --help");
  }

  @Test
  void aMarginOfNothingIsWrongUsage() {
    assertThat(run("run", "--margin", "0%")).isEqualTo(2);
    assertError(
        "--margin is 0%, within which nothing can be shown to be.", "see ./screentest run --help");
  }

  @Test
  void quickAndThoroughExcludeEachOther() {
    assertThat(run("run", "--quick", "--thorough")).isEqualTo(2);
    assertError("--quick and --thorough exclude each other.", "see ./screentest run --help");
  }

  @Test
  void aBuildThatIsNotThereIsWrongUsage() {
    Path missing = Path.of("no-such-build").toAbsolutePath();
    assertThat(run("run", "--implementations", "jdbc,jdbc@old", "--build", "old=no-such-build"))
        .isEqualTo(2);
    assertError(
        "--build: Build old: there is no file or folder " + missing + ".",
        "see ./screentest run --help");
  }

  @Test
  void aBuildWithoutANameIsWrongUsage() {
    assertThat(run("verify", "--implementations", "jdbc@")).isEqualTo(2);
    assertError(
        "There is no build ''. None was named, or is on the class path.",
        "see ./screentest verify --help");
  }

  @Test
  void aFolderWithoutAJarIsNoBuild(@TempDir Path empty) {
    assertThat(run("gate", "--against", empty.toString())).isEqualTo(2);
    assertError(
        "--against: Build old: there is no jar in " + empty + ".", "see ./screentest gate --help");
  }

  @Test
  void aBuildThatWasNotNamedIsWrongUsage() {
    assertThat(run("verify", "--implementations", "jdbc@old")).isEqualTo(2);
    assertThat(err.toString()).startsWith("Error: There is no build 'old'.");
  }

  @Test
  void aGateNeedsABuildToCompareWith() {
    assertThat(run("gate")).isEqualTo(2);
    assertError(
        "--against: name the older build, or go on with --resume.", "see ./screentest gate --help");
  }

  @Test
  void anUnknownModeIsWrongUsageAndListsTheValidOnes() {
    assertThat(run("run", "--mode", "pared")).isEqualTo(2);
    assertThat(err.toString()).contains("--mode", "pared", "PAIRED", "ISOLATED");
  }

  @Test
  void whereThereIsNoRunNothingCanBeResumed() {
    assertThat(run("run", "--resume", "no-such-folder")).isEqualTo(2);
    assertError(
        "--resume: There is no run in no-such-folder: journal.jsonl is missing.",
        "see ./screentest run --help");
  }

  @Test
  void anUnknownDatabaseIsWrongUsageAndListsTheValidOnes() {
    assertThat(run("clean", "--database", "oracle")).isEqualTo(2);
    assertThat(err.toString()).contains("oracle", "embedded", "testcontainers", "jdbc:postgresql:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://me:s3cret@127.0.0.1:1/d",
        "jdbc:postgresql://127.0.0.1:1/d?password=s3cret",
        "postgres://me:s3cret@127.0.0.1:1/d?password=s3cret"
      })
  void aPasswordIsNeverRepeated(String url) {
    run("clean", "--database", url);
    run("clean", url);
    run("clean", "--verbose", "--database", url);

    assertThat(out.toString() + err).isNotEmpty().doesNotContain("s3cret");
  }

  @Test
  void aServerThatDoesNotAnswerIsAMatterOfTheEnvironment() {
    assertThat(run("verify", "--database", "jdbc:postgresql://127.0.0.1:1/d")).isEqualTo(4);
    assertError(
        "No PostgreSQL answers at 127.0.0.1:1.",
        "Start it, check host and port, and that it listens there (listen_addresses).");
  }

  @Test
  void theStackTraceComesWhenAskedFor() {
    assertThat(run("clean", "--verbose", "--database", "jdbc:postgresql://127.0.0.1:1/d"))
        .isEqualTo(4);
    assertThat(err.toString()).contains("\tat dev.screentest.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "report",
        "compare",
        "gate",
        "doctor",
        "verify",
        "faults",
        "list",
        "show",
        "tutorial",
        "clean",
        "jmh"
      })
  void everyCommandExplainsItselfWithAnExample(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString())
        .contains("Usage: ./screentest " + command)
        .containsPattern("Examples?:\n")
        .doesNotContain("\u001b");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void listNamesWhatThereIs() {
    assertThat(run("list")).isZero();
    assertThat(out.toString())
        .contains(
            "jdbc: PostgreSQL JDBC Driver 42.",
            "hibernate: Hibernate ORM 7.",
            "taught: ",
            "not LAZY_LOADING: ",
            "small     1 000 movies",
            "testcontainers[:IMAGE]",
            "memory, durable")
        .containsPattern("movie-with-cast/100 +\\* ");
  }

  @Test
  void listShowsWorkloadsByGroupWithTheirBillAndTheDataTheyNeed() {
    assertThat(run("list")).isZero();
    assertThat(out.toString())
        .containsSubsequence(
            "Reads: one question, one statement",
            "find-movie ",
            "Graphs: movies with their cast, by each strategy",
            "movie-with-cast/10/n-plus-one ",
            "Inserts")
        .containsPattern("page-by-key/1000 .* 1 st, 1 rt, 1 tx +medium\\n")
        .containsPattern(
            "insert-rows/1000/batched .* save 1,000 movies in one transaction, by JDBC batches +"
                + "2 rt, 1000 written, 1000 ids, 1 tx +tutorial\\n");
  }

  @Test
  void listCountsLinesOfWhatIsChosenAndOfNothingElse() {
    assertThat(
            run(
                "list",
                "--lines",
                "--workloads",
                "find-movie",
                "--implementations",
                "jdbc,hibernate,hibernate/stateless,mybatis"))
        .isZero();
    assertThat(out.toString())
        .containsPattern("workload +jdbc +hibernate +hibernate/stateless +mybatis *\\n")
        .containsPattern("find-movie( +[1-9][0-9]*){4} *\\n")
        .doesNotContain("insert-graph");
    assertThat(err.toString()).contains("counting mybatis, 1 of 1: find-movie");
  }

  @Test
  void listChoosesNothingWithoutLines() {
    assertThat(run("list", "--workloads", "find-movie")).isEqualTo(2);
    assertThat(err.toString()).contains("--workloads", "--lines");
  }

  @Test
  void showPrintsSqlParametersPlanCountsAndSource() {
    assertThat(run("show", "find-movie", "--implementations", "jdbc,mybatis")).isZero();
    assertThat(out.toString())
        .containsSubsequence(
            "promised: 1 st, 1 rt, 1 tx",
            "==== jdbc ====",
            "BEGIN READ ONLY",
            "from movies",
            "(bigint)",
            "Index Scan using movies_pkey on movies",
            "COMMIT",
            "JdbcUnit.findMovie",
            "public Optional<Movie> findMovie(long id) {",
            "==== mybatis ====",
            "MovieMapper.xml");
  }

  @Test
  void showPrintsTheCountsOfWireAndServerAndHowLongAConnectionWasHeld() {
    assertThat(run("show", "movie-with-cast/1/batched", "--implementations", "jdbc")).isZero();
    assertThat(out.toString())
        .containsPattern("rows in all +transactions +id blocks +bytes sent +received +held\n")
        .containsPattern("  jdbc +3 +4 +(\\d+) +0 +\\1 +1 +0 +\\d+ +\\d+ +\\d+\\.\\d\\d ms\n")
        .containsPattern("    on the server +3 +\\d+ +[1-9]\\d* +0\n");
  }

  @Test
  void showOfAFamilyComparesTheCountsOfAllStrategiesAndImplementations() {
    String four = "jdbc,hibernate,jdbi,mybatis";
    assertThat(run("show", "movie-with-cast", "--dataset", "tutorial", "--implementations", four))
        .isZero();
    assertThat(out.toString())
        .containsPattern("cast/1 +1=1 st 2 rt +1=1 st 2 rt +1=1 st 2 rt +1=1 st 2 rt +1 st, 1 rt")
        .containsPattern("cast/1/batched +3=3 st 4 rt +3=3 st 4 rt +3=3 st 4 rt +3=3 st 4 rt ")
        .containsPattern("cast/1/nested +1=1 st 2 rt +left out +1=1 st 2 rt +1=1 st 2 rt ")
        .containsPattern("cast/1/n-plus-one +(\\d=\\d st \\d rt) +\\1 +\\1 +\\1 ")
        .contains("left out movie-with-cast/10: needs 10 movies")
        .doesNotContain("====", "≠");
  }

  @Test
  void showOfAnUnknownWorkloadIsWrongUsage() {
    assertThat(run("show", "find-film")).isEqualTo(2);
    assertThat(err.toString()).startsWith("Error: There is no workload 'find-film'. Valid are: ");
  }

  @Test
  void aWorkloadThatTheDataSetCannotServeIsWrongUsageWhenItIsNamed() {
    assertThat(run("verify", "--workloads", "movies/10000", "--dataset", "small")).isEqualTo(2);
    assertError(
        "Workload movies/10000 needs 10,000 movies, and the data set has 1,000: choose --dataset"
            + " medium or a larger one.",
        "see ./screentest verify --help");
  }

  @Test
  void theTutorialIsPrintedAndNothingElse() {
    assertThat(run("tutorial")).isZero();
    assertThat(out.toString()).startsWith("\n### All movies:\n").endsWith(" in Glendale\n\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void verifyFailsWithTheReason() {
    assertThat(run("verify", "--implementations", "broken", "--workloads", "find-movie"))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("FAILED   find-movie, broken: movie ", "but was", "0 ok, 1 failed, 0 left out");
  }

  @Test
  void cleanWantsAServerThatOutlivesARun() {
    assertThat(run("clean", "--database", "embedded")).isEqualTo(2);
    assertThat(err.toString()).contains("nothing to clean", "--database jdbc:postgresql://");
  }

  @Test
  void anUnknownFaultIsWrongUsageAndListsTheValidOnes() {
    assertThat(run("faults", "--faults", "flood")).isEqualTo(2);
    assertError(
        "There is no fault 'flood'. Valid are: backend-killed, all-backends-killed,"
            + " network-stalled, answer-lost, server-restarted, server-gone.",
        "see ./screentest faults --help");
  }

  @Test
  void theHelpOfFaultsNamesThemAll() {
    assertThat(run("faults", "--help")).isZero();
    assertThat(out.toString()).contains(Arrays.stream(Fault.values()).map(Fault::label).toList());
  }
}
