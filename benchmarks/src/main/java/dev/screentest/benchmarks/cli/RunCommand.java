package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.analysis.RunAnalysis;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.journal.JournalReader;
import dev.screentest.benchmarks.journal.UnreadableJournalException;
import dev.screentest.benchmarks.report.ReportFormat;
import dev.screentest.benchmarks.report.TextView;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunEnd;
import dev.screentest.benchmarks.result.RunHeader;
import dev.screentest.benchmarks.run.MachineBusyException;
import dev.screentest.benchmarks.run.Progress;
import dev.screentest.benchmarks.run.ResultFolder;
import dev.screentest.benchmarks.run.RunPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
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
      "  ./screentest run --implementations jdbc,jdbi,jdbi@old --build"
          + " old=../yesterday/benchmarks.jar",
      "  ./screentest run --resume screentest-results/2026-11-26T12-30-00Z",
      "  PGUSER=me PGPASSWORD=… ./screentest run --database jdbc:postgresql://db.example/test"
    })
final class RunCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Mixin private DatabaseOptions databases;
  @Mixin private ContestOptions contest;
  @Mixin private BuildOptions builds;
  @Mixin private PoolingOptions pooling;
  @Mixin private RunOptions options;
  @Mixin private OutputOptions output;
  @Spec private CommandSpec spec;

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
    RunCommand told = this;
    RunData before = null;
    if (resume == null) {
      output.requireFree();
    } else {
      before = journal(resume);
      told = toldThen(before.header());
    }
    Contestants contestants = told.builds.contestants();
    RunPlan plan = told.plan(contestants);
    MeasuringSession session = new MeasuringSession(spec, common, databases);
    if (MeasuringSession.isChild()) {
      return measure(session, plan, contestants, told.options.isPinning(), before);
    }
    if (before != null && resume != null && before.entries(RunEnd.class).findAny().isPresent()) {
      return print(before, ResultFolder.create(resume));
    }
    return session.delegate();
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
    return command.plan(command.builds.contestants());
  }

  private RunPlan plan(Contestants contestants) {
    return options.plan(contest, builds.chosen(contest, contestants), pooling.plan());
  }

  /** What a resume reads: without the name of the command, and with the seed that was drawn. */
  private List<String> commandToKeep(MeasuringSession session) {
    List<String> command = options.withSeed(session.arguments());
    command.remove(spec.name());
    return command;
  }

  private int measure(
      MeasuringSession session,
      RunPlan plan,
      Contestants contestants,
      boolean isPinning,
      @Nullable RunData before)
      throws IOException,
          InterruptedException,
          MachineBusyException,
          SQLException,
          RunnerException {
    Keeper keeper = new Keeper(session.progress(), before);
    List<String> command = before == null ? commandToKeep(session) : before.header().command();
    RunData results = session.measure(plan, contestants, isPinning, command, before, keeper);
    session.progress().end();
    return print(results, keeper.folder());
  }

  /** Keeps what is measured, and shows it in the middle of a run. */
  private final class Keeper implements MeasuringSession.Client {

    private final Progress progress;
    private final @Nullable RunData before;
    private @Nullable ResultFolder folder;

    Keeper(Progress progress, @Nullable RunData before) {
      this.progress = progress;
      this.before = before;
    }

    @Override
    public Path folder(RunHeader header) throws IOException {
      if (before != null) {
        requireSame(before.header(), header);
      }
      folder = resume == null ? output.folder(header.started()) : ResultFolder.create(resume);
      progress.say("Kept in " + folder + "; to go on after a break: --resume " + folder);
      return folder.path();
    }

    ResultFolder folder() {
      return Objects.requireNonNull(folder, "nothing was begun");
    }

    @Override
    public void look(int round, RunData results) throws IOException {
      RunReport report = RunAnalysis.of(results);
      RunViews.keep(report, folder());
      TerminalOptions.show(
          progress,
          "\nAfter round %d%s:\n\n%s"
              .formatted(
                  round,
                  round == 1 ? ", roughly" : "",
                  TextView.tables(report, TerminalOptions.palette(spec))));
    }
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

  private int print(RunData results, ResultFolder folder) throws IOException {
    RunReport report = RunAnalysis.of(results);
    RunViews.keep(report, folder);
    PrintWriter out = spec.commandLine().getOut();
    ReportFormat format = output.isJson() ? ReportFormat.JSON : ReportFormat.TEXT;
    out.print(format.render(report, TerminalOptions.palette(spec)));
    out.flush();
    return report.hasFailure() || report.twinCheck().hasFailed()
        ? ExitCodes.CHECK_FAILED
        : ExitCodes.FINE;
  }
}
