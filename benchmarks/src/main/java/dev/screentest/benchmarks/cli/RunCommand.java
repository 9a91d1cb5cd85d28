package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.analysis.RunAnalysis;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.report.ReportFormat;
import dev.screentest.benchmarks.report.TextView;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.run.MachineBusyException;
import dev.screentest.benchmarks.run.Progress;
import dev.screentest.benchmarks.run.ResultFolder;
import dev.screentest.benchmarks.run.RunPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
  @Mixin private ResumeOptions resume;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    common.setLogLevels();
    RunData before = resume.before().orElse(null);
    if (before == null) {
      output.requireFree();
    } else if (ResumeOptions.isOver(before)) {
      return print(before, resume.folder());
    }
    RunCommand told = before == null ? this : resume.told(before, RunCommand.class);
    Contestants contestants = told.builds.contestants();
    RunPlan plan = told.plan(contestants);
    MeasuringSession session = new MeasuringSession(spec, common, databases);
    return MeasuringSession.isChild()
        ? measure(session, plan, contestants, told.options.isPinning(), before)
        : session.delegate();
  }

  /** Returns the plan of a command line; for tests. */
  static RunPlan planOf(String... arguments) {
    RunCommand command =
        ResumeOptions.parsed(
            Screentest.commandLine(Map.of()), "run", List.of(arguments), RunCommand.class);
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
    Progress progress = session.progress();
    Keeper keeper =
        new Keeper(
            progress,
            output,
            resume,
            before,
            (round, results, folder) -> show(progress, round, results, folder));
    List<String> command = before == null ? commandToKeep(session) : before.header().command();
    RunData results = session.measure(plan, contestants, isPinning, command, before, keeper);
    progress.end();
    return print(results, keeper.folder());
  }

  /** Keeps the report of the rounds so far, and shows its tables. */
  private void show(Progress progress, int round, RunData results, ResultFolder folder)
      throws IOException {
    RunReport report = RunAnalysis.of(results);
    RunViews.keep(report, folder);
    TerminalOptions.show(
        progress,
        "\nAfter round %d%s:\n\n%s"
            .formatted(
                round,
                round == 1 ? ", roughly" : "",
                TextView.tables(report, TerminalOptions.palette(spec))));
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
