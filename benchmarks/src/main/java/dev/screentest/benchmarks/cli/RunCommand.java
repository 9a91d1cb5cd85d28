package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.analysis.RunAnalysis;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.journal.JournalReader;
import dev.screentest.benchmarks.journal.UnreadableJournalException;
import dev.screentest.benchmarks.report.Palette;
import dev.screentest.benchmarks.report.ReportFormat;
import dev.screentest.benchmarks.report.TextView;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunEnd;
import dev.screentest.benchmarks.result.RunHeader;
import dev.screentest.benchmarks.run.ChildJvm;
import dev.screentest.benchmarks.run.Comparison;
import dev.screentest.benchmarks.run.Engine;
import dev.screentest.benchmarks.run.ForkLog;
import dev.screentest.benchmarks.run.JmhResults;
import dev.screentest.benchmarks.run.MachineBusyException;
import dev.screentest.benchmarks.run.MachineLock;
import dev.screentest.benchmarks.run.Patience;
import dev.screentest.benchmarks.run.Progress;
import dev.screentest.benchmarks.run.ResultFolder;
import dev.screentest.benchmarks.run.RunPlan;
import dev.screentest.benchmarks.run.Surroundings;
import dev.screentest.benchmarks.verify.Verifier;
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
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
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
          + " that passed are measured by JMH, in rounds: one fork for each, all alive at once, of"
          + " which exactly one measures at a time. The baseline takes part twice, to show what"
          + " difference is none.",
      "",
      "Everything is kept as it comes. A run that was broken off goes on with --resume.",
      ""
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      "0:everything was measured",
      "1:a check or a fork failed, and what failed has no number; or the twin differs",
      "2:wrong usage",
      "4:no database, or something of the environment is missing"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./screentest run",
      "  ./screentest run --quick",
      "  ./screentest run --workloads all --json > results.json",
      "  ./screentest run --implementations jdbc,hibernate --workloads"
          + " find-movie,movie-with-cast/10 --target 2%% --budget 30m",
      "  ./screentest run --resume screentest-results/2026-11-26T12-30-00Z",
      "  PGUSER=me PGPASSWORD=… ./screentest run --database jdbc:postgresql://db.example/test"
    })
final class RunCommand implements Callable<Integer> {

  private static final DateTimeFormatter FOLDER_NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  @Mixin private CommonOptions common;
  @Mixin private DatabaseOptions databases;
  @Mixin private ContestOptions contest;
  @Mixin private RunOptions options;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object instead of the table.")
  private boolean json;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = {
        "Where to keep the journal and what is made of it",
        "(default: ./screentest-results/<start in UTC>)."
      })
  private @Nullable Path output;

  @Option(
      names = "--resume",
      paramLabel = "FOLDER",
      description = {
        "Go on with the run in a folder: what it was told then holds, but for --database,"
            + " --profile,",
        "--json and --verbose, which are to be told again. A round that was broken off begins anew."
      })
  private @Nullable Path resume;

  @Override
  public Integer call() throws Exception {
    common.setLogLevels();
    Contestants contestants = Contestants.onClassPath();
    RunCommand told = this;
    RunData before = null;
    if (resume != null) {
      before = journal(resume);
      told = toldThen(before.header());
    }
    RunPlan plan = told.options.plan(told.contest, contestants);
    if (ChildJvm.serverKind().isPresent()) {
      return measure(plan, contestants, told.options.isPinning(), before);
    }
    if (before != null && resume != null && before.entries(RunEnd.class).findAny().isPresent()) {
      return print(before, ResultFolder.create(resume));
    }
    databases.adviceOnProfile().ifPresent(spec.commandLine().getErr()::println);
    try (Database database = databases.start()) {
      return ChildJvm.run(database, Screentest.class.getName(), argumentsWithoutDatabase());
    }
  }

  private RunData journal(Path folder) throws IOException {
    try {
      return JournalReader.read(folder);
    } catch (UnreadableJournalException e) {
      throw new ParameterException(spec.commandLine(), "--resume: " + e.getMessage() + ".", e);
    }
  }

  /** Reads the options again with which a run began. */
  private static RunCommand toldThen(RunHeader header) {
    return parsed(header.command().toArray(String[]::new));
  }

  private static RunCommand parsed(String... arguments) {
    CommandLine again = new CommandLine(new RunCommand());
    again.setCaseInsensitiveEnumValuesAllowed(true);
    return (RunCommand) again.parseArgs(arguments).commandSpec().userObject();
  }

  /** Returns the plan of a command line; for tests. */
  static RunPlan planOf(String... arguments) {
    RunCommand command = parsed(arguments);
    return command.options.plan(command.contest, Contestants.onClassPath());
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

  /** What a resume reads: without the name of the command, and with the seed that was drawn. */
  private List<String> commandToKeep() {
    List<String> command = new ArrayList<>(argumentsWithoutDatabase());
    command.remove(spec.name());
    if (command.stream().noneMatch(argument -> argument.startsWith(RunOptions.SEED))) {
      command.add(RunOptions.SEED + "=" + options.seed());
    }
    return command;
  }

  private int measure(
      RunPlan plan, Contestants contestants, boolean isPinning, @Nullable RunData before)
      throws IOException,
          InterruptedException,
          MachineBusyException,
          SQLException,
          RunnerException {
    ChildJvm.endWithParent();
    Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Progress progress = TerminalOptions.progress(spec);
    try (MachineLock lock = MachineLock.acquire();
        Database database = Database.start(DatabaseSpec.fromEnvironment(), databases.profile())) {
      RunHeader header =
          Surroundings.of(
              plan,
              started,
              before == null ? commandToKeep() : before.header().command(),
              database.server(),
              contestants,
              isPinning);
      ResultFolder folder = ResultFolder.create(resume == null ? folder(started) : resume);
      Engine.Settings settings =
          new Engine.Settings(
              common.isVerbose() ? new ForkLog(System.err) : ForkLog.silent(),
              progress,
              Surroundings.areBackendsLocal(database.server()),
              Patience.DEFAULT,
              this::requireDatabase);
      if (before != null) {
        requireSame(before.header(), header);
      }
      progress.say(plan.announcement());
      try (Engine engine =
          before == null
              ? Engine.begin(plan, folder.path(), header, settings)
              : Engine.resume(plan, folder.path(), before, settings)) {
        progress.say("Kept in " + folder + "; to go on after a break: --resume " + folder);
        Comparison comparison = engine.comparison();
        comparison.verify(
            new Verifier(
                database,
                contestants,
                plan.dataset().catalogue(),
                plan.unit(),
                progress.loading(plan.dataset().toString())));
        comparison.measure((round, results) -> look(round, results, folder, progress));
        return print(comparison.results(), folder);
      }
    }
  }

  /** Tells a database that is gone from a fork that failed. */
  private void requireDatabase() {
    Database.start(DatabaseSpec.fromEnvironment(), databases.profile()).close();
  }

  private void requireSame(RunHeader then, RunHeader now) {
    if (!then.fingerprint().equals(now.fingerprint())
        || !then.plan().workloads().equals(now.plan().workloads())) {
      throw refusal(
          "on another machine, JVM or server (%s then, %s now)"
              .formatted(then.fingerprint(), now.fingerprint()));
    }
    if (!then.plan().contestants().equals(now.plan().contestants())
        || !then.environment().libraries().equals(now.environment().libraries())
        || !then.environment().revision().equals(now.environment().revision())) {
      throw refusal(
          "with another build (%s then, %s now)"
              .formatted(then.environment().revision(), now.environment().revision()));
    }
  }

  private ParameterException refusal(String what) {
    return new ParameterException(
        spec.commandLine(),
        "--resume: the run in %s began %s; rounds of both cannot be compared. Begin a new run."
            .formatted(resume, what));
  }

  /** Shows what is known in the middle of a run, and keeps it. */
  private void look(int round, RunData results, ResultFolder folder, Progress progress)
      throws IOException {
    RunReport report = RunAnalysis.of(results);
    keep(report, results, folder);
    progress.say(
        "\nAfter round %d%s:\n\n%s"
            .formatted(
                round,
                round == 1 ? ", roughly" : "",
                TextView.tables(report, TerminalOptions.palette(spec))));
  }

  private static void keep(RunReport report, RunData results, ResultFolder folder)
      throws IOException {
    folder.put("report.txt", ReportFormat.TEXT.render(report, Palette.PLAIN));
    folder.put("results.json", ReportFormat.JSON.render(report, Palette.PLAIN));
    folder.put("report.md", ReportFormat.MARKDOWN.render(report, Palette.PLAIN));
    folder.put("jmh.json", new JmhResults(folder.path()).toJson(results));
  }

  private int print(RunData results, ResultFolder folder) throws IOException {
    RunReport report = RunAnalysis.of(results);
    keep(report, results, folder);
    PrintWriter out = spec.commandLine().getOut();
    ReportFormat format = json ? ReportFormat.JSON : ReportFormat.TEXT;
    out.print(format.render(report, TerminalOptions.palette(spec)));
    out.flush();
    return report.hasFailure() || report.twinCheck().hasFailed()
        ? ExitCodes.CHECK_FAILED
        : ExitCodes.FINE;
  }

  private Path folder(Instant started) {
    return output == null ? Path.of("screentest-results", FOLDER_NAME.format(started)) : output;
  }
}
