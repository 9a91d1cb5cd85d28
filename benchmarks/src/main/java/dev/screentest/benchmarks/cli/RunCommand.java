package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.report.JsonReport;
import dev.screentest.benchmarks.report.Report;
import dev.screentest.benchmarks.report.TextReport;
import dev.screentest.benchmarks.run.ChildJvm;
import dev.screentest.benchmarks.run.Comparison;
import dev.screentest.benchmarks.run.ForkLog;
import dev.screentest.benchmarks.run.MachineBusyException;
import dev.screentest.benchmarks.run.MachineLock;
import dev.screentest.benchmarks.run.Progress;
import dev.screentest.benchmarks.run.ResultFolder;
import dev.screentest.benchmarks.run.RunPlan;
import dev.screentest.benchmarks.run.Surroundings;
import dev.screentest.benchmarks.run.Tempo;
import dev.screentest.benchmarks.verify.Verifier;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares implementations and prints a table. */
@Command(
    name = "run",
    header = "Compares implementations: time, allocation, statements and round trips.",
    description = {
      "",
      "First each implementation is verified in each workload: its answers are compared with what"
          + " the generator of the data says, and what it sends is counted on the wire. Then those"
          + " that passed are measured by JMH, in rounds: one fork for each, in random order.",
      ""
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      "0:everything was measured",
      "1:a check failed; what failed has no number, and the reason is printed",
      "2:wrong usage",
      "4:no database, or something of the environment is missing"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./screentest run",
      "  ./screentest run --quick",
      "  ./screentest run --workloads all --json > results.json",
      "  ./screentest run --implementations jdbc,hibernate --workloads"
          + " find-movie,movie-with-cast/10",
      "  PGUSER=me PGPASSWORD=… ./screentest run --database jdbc:postgresql://db.example/test"
    })
final class RunCommand implements Callable<Integer> {

  private static final DateTimeFormatter FOLDER_NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  private static final int ROUNDS = 3;
  private static final int QUICK_ROUNDS = 2;

  @Mixin private CommonOptions common;
  @Mixin private DatabaseOptions databases;
  @Mixin private ContestOptions contest;
  @Spec private CommandSpec spec;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Forks for each cell (default: " + ROUNDS + ", quick: " + QUICK_ROUNDS + ").")
  private @Nullable Integer rounds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where the order of the contestants comes from (default: another each time).")
  private long seed = ThreadLocalRandom.current().nextInt(1_000_000);

  @Option(names = "--quick", description = "A first look in some three minutes.")
  private boolean quick;

  @Option(names = "--json", description = "Print one JSON object instead of the table.")
  private boolean json;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = {
        "Where to keep jmh.json, results.json and report.txt",
        "(default: ./screentest-results/<start in UTC>)."
      })
  private @Nullable Path output;

  @Override
  public Integer call() throws Exception {
    common.setLogLevels();
    Contestants contestants = Contestants.onClassPath();
    RunPlan plan = plan(contestants);
    if (ChildJvm.serverKind().isPresent()) {
      return measure(plan, contestants);
    }
    databases.adviceOnProfile().ifPresent(spec.commandLine().getErr()::println);
    try (Database database = databases.start()) {
      return ChildJvm.run(database, Screentest.class.getName(), argumentsWithoutDatabase());
    }
  }

  private RunPlan plan(Contestants contestants) {
    if (rounds != null && rounds < 1) {
      throw new ParameterException(spec.commandLine(), "--rounds is " + rounds + "; at least 1.");
    }
    int defaultRounds = quick ? QUICK_ROUNDS : ROUNDS;
    return new RunPlan(
        contest.workloads(WorkloadCatalogue.headline()),
        contest.contestants(contestants),
        contest.dataset(),
        contest.unit(),
        rounds == null ? defaultRounds : rounds,
        seed,
        quick ? Tempo.QUICK : Tempo.NORMAL);
  }

  /** The child finds the database in its environment; the option's value may hold a password. */
  private List<String> argumentsWithoutDatabase() {
    List<String> arguments = new ArrayList<>();
    boolean isValue = false;
    for (String argument : spec.root().commandLine().getParseResult().originalArgs()) {
      if (!isValue
          && !argument.equals(DatabaseOptions.DATABASE)
          && !argument.startsWith(DatabaseOptions.DATABASE + "=")) {
        arguments.add(argument);
      }
      isValue = !isValue && argument.equals(DatabaseOptions.DATABASE);
    }
    return arguments;
  }

  private int measure(RunPlan plan, Contestants contestants)
      throws IOException, MachineBusyException, SQLException, RunnerException {
    ChildJvm.endWithParent();
    Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    PrintWriter err = spec.commandLine().getErr();
    try (MachineLock lock = MachineLock.acquire();
        Database database = Database.start(DatabaseSpec.fromEnvironment(), databases.profile())) {
      ResultFolder folder = ResultFolder.create(folder(started));
      Progress progress = new Progress(err);
      Comparison comparison =
          new Comparison(
              plan,
              new Verifier(database, contestants, plan.dataset().catalogue(), plan.unit()),
              common.isVerbose() ? new ForkLog(System.err) : ForkLog.silent(),
              progress);
      progress.say(plan.announcement());
      comparison.verify();
      var environment = Surroundings.of(plan, database.server(), contestants);
      comparison.measure(
          round -> {
            Report report =
                new Report(started, Contestant.BASELINE, environment, comparison.rows());
            folder.write(report, comparison.jmhResults());
            if (round == 1 && plan.rounds() > 1) {
              progress.say("\nAfter the first round, roughly:\n\n" + TextReport.table(report));
            }
          });
      Report report = new Report(started, Contestant.BASELINE, environment, comparison.rows());
      folder.write(report, comparison.jmhResults());
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? JsonReport.render(report) : TextReport.render(report));
      out.flush();
      progress.say("Kept in " + folder);
      return report.hasFailure() ? ExitCodes.CHECK_FAILED : ExitCodes.FINE;
    }
  }

  private Path folder(Instant started) {
    return output == null ? Path.of("screentest-results", FOLDER_NAME.format(started)) : output;
  }
}
