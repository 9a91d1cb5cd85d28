package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.analysis.BuildAnalysis;
import dev.screentest.benchmarks.analysis.ChangeReport;
import dev.screentest.benchmarks.analysis.Omission;
import dev.screentest.benchmarks.analysis.RunAnalysis;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.contestant.Build;
import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.contestant.UnknownContestantException;
import dev.screentest.benchmarks.contestant.UnusableBuildException;
import dev.screentest.benchmarks.report.ChangeView;
import dev.screentest.benchmarks.report.Palette;
import dev.screentest.benchmarks.report.TextView;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.run.MachineBusyException;
import dev.screentest.benchmarks.run.ResultFolder;
import dev.screentest.benchmarks.run.RunPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Refuses a build that became slower. */
@Command(
    name = "gate",
    header = "Measures this build and an older one in the same rounds, and refuses what is slower.",
    description = {
      "",
      "Each implementation takes part twice, from the older build and from this one, each with a"
          + " class path of its own. The older one may be a benchmarks.jar, or a folder of jars:"
          + " then of those libraries alone, such as another pgjdbc. Contract, workloads and"
          + " harness are those of this build for both.",
      "",
      "The report is written before the verdict is given. What became faster is never refused.",
      ""
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      "0:nothing became slower by more than is allowed",
      "1:something did, or failed in this build",
      "2:wrong usage, or no build where one was named",
      "3:inconclusive: neither is shown, the older build failed, or the twin differs",
      "4:no database, or something of the environment is missing"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./screentest gate --against ../yesterday/benchmarks.jar",
      "  ./screentest gate --against old.jar --implementations hibernate --workloads"
          + " insert-graph,find-movie --max-regression 3%% --rounds 20",
      "  ./screentest gate --resume screentest-results/2026-11-26T12-30-00Z",
      "  ./screentest gate --against pgjdbc-42.7.13/ --implementations jdbc --json"
    })
final class GateCommand implements Callable<Integer> {

  private static final String OLD = "old";
  private static final String AGAINST = "--against";

  @Mixin private CommonOptions common;
  @Mixin private DatabaseOptions databases;
  @Mixin private ContestOptions contest;
  @Mixin private PoolingOptions pooling;
  @Mixin private RunOptions options;
  @Mixin private OutputOptions output;
  @Mixin private ResumeOptions resume;
  @Spec private CommandSpec spec;

  @Option(
      names = AGAINST,
      paramLabel = "BUILD",
      description = {
        "The older build: a jar, a folder of jars, or several as in a class path.",
        "To be named unless --resume is."
      })
  private String against = "";

  @Option(
      names = "--max-regression",
      paramLabel = "PERCENT",
      defaultValue = "5%",
      converter = PercentConverter.class,
      description = "What a time may grow by (default: 5%%).")
  private double maxRegression;

  @Override
  public Integer call() throws Exception {
    common.setLogLevels();
    RunData before = resume.before().orElse(null);
    GateCommand told = before == null ? this : resume.told(before, GateCommand.class);
    if (before == null) {
      output.requireFree();
    } else if (ResumeOptions.isOver(before)) {
      return print(before, resume.folder(), told.maxRegression);
    }
    if (told.against.isEmpty()) {
      throw usage("name the older build, or go on with --resume.");
    }
    Contestants contestants = told.contestants();
    MeasuringSession session = new MeasuringSession(spec, common, databases);
    RunPlan plan = told.plan(contestants, session);
    return MeasuringSession.isChild()
        ? measure(session, plan, contestants, told, before)
        : session.delegate();
  }

  private RunPlan plan(Contestants contestants, MeasuringSession session) {
    return options.plan(contest, pairs(contestants, session), pooling.plan());
  }

  private Contestants contestants() {
    try {
      return Contestants.with(List.of(Build.of(OLD, against)));
    } catch (UnusableBuildException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  /** Returns each contestant from the older build and from this one; the baseline is an old one. */
  private List<Contestant> pairs(Contestants all, MeasuringSession session) {
    List<Contestant> pairs = new ArrayList<>();
    for (Contestant contestant : contest.contestants(Contestants.onClassPath())) {
      try {
        pairs.add(all.resolve(contestant.in(OLD).label()));
        pairs.add(contestant);
      } catch (UnknownContestantException e) {
        if (contest.isNamed()) {
          throw usage("in the older build: " + e.getMessage());
        }
        if (MeasuringSession.isChild()) {
          session.progress().say("left out " + contestant + ", which the older build has not");
        }
      }
    }
    if (pairs.isEmpty()) {
      throw usage("both builds have no implementation in common.");
    }
    return pairs;
  }

  private ParameterException usage(String problem) {
    return new ParameterException(spec.commandLine(), AGAINST + ": " + problem);
  }

  private int measure(
      MeasuringSession session,
      RunPlan plan,
      Contestants contestants,
      GateCommand told,
      @Nullable RunData before)
      throws IOException,
          InterruptedException,
          MachineBusyException,
          SQLException,
          RunnerException {
    Keeper keeper =
        new Keeper(session.progress(), output, resume, before, (round, results, folder) -> {});
    List<String> command = before == null ? commandToKeep(session) : before.header().command();
    RunData results =
        session.measure(plan, contestants, told.options.isPinning(), command, before, keeper);
    session.progress().end();
    return print(results, keeper.folder(), told.maxRegression);
  }

  /** What a resume reads: the name of the command first, and with the seed that was drawn. */
  private List<String> commandToKeep(MeasuringSession session) {
    List<String> command = options.withSeed(session.arguments());
    command.remove(spec.name());
    command.add(0, spec.name());
    return command;
  }

  private int print(RunData results, ResultFolder folder, double allowed) throws IOException {
    RunReport run = RunAnalysis.of(results);
    ChangeReport report = BuildAnalysis.of(run, OLD, allowed);
    RunViews.keep(run, folder);
    folder.put("gate.txt", ChangeView.text(report, Palette.PLAIN));
    folder.put("gate.json", ChangeView.json(report));
    print(run, report);
    return exitCode(report);
  }

  private void print(RunReport run, ChangeReport report) {
    Palette palette = TerminalOptions.palette(spec);
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        output.isJson()
            ? ChangeView.json(report)
            : TextView.render(run, palette) + "\n" + ChangeView.text(report, palette));
    out.flush();
  }

  /** A build that fails where the older one does not has become worse, whatever its times. */
  static int exitCode(ChangeReport report) {
    Stream<Omission> failures =
        report.omissions().stream().filter(omission -> omission.kind() == Omission.Kind.FAILED);
    if (failures.anyMatch(failure -> !failure.cell().contestant().contains("@"))) {
      return ExitCodes.CHECK_FAILED;
    }
    return ExitCodes.of(report.verdict());
  }
}
