package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.pool.PoolAnalysis;
import dev.screentest.benchmarks.pool.PoolData;
import dev.screentest.benchmarks.pool.PoolHeader;
import dev.screentest.benchmarks.pool.PoolJournal;
import dev.screentest.benchmarks.pool.PoolReport;
import dev.screentest.benchmarks.pool.PoolStudy;
import dev.screentest.benchmarks.pool.StudyPlan;
import dev.screentest.benchmarks.report.Palette;
import dev.screentest.benchmarks.report.PoolFormat;
import dev.screentest.benchmarks.run.MachineBusyException;
import dev.screentest.benchmarks.run.Progress;
import dev.screentest.benchmarks.run.ResultFolder;
import dev.screentest.benchmarks.run.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Studies how pools behave under implementations. */
@Command(
    name = "pool",
    header = "Measures connection pools through implementations: how long each holds a connection.",
    description = {
      "",
      "In each round every implementation has a JVM of its own, which plays all cells in random"
          + " order: a new pool of its size, threads, a lead-in, and a stretch of time that counts."
          + " Counted are units of work, their latency, the wait for a connection and the time for"
          + " which it is held. The report also says how large a pool is large enough, and whether"
          + " the numbers agree with Little's law.",
      "",
      "The journal is written as it comes; --report shows it again.",
      ""
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      "0:everything was measured",
      "1:a cell failed or had errors, or its numbers contradict each other",
      "2:wrong usage",
      "4:no database, or something of the environment is missing"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./screentest pool",
      "  ./screentest pool --threads 1,2,4,8,16,32 --sizes 1,2,4,8,16,32 --unit read,write,mixed",
      "  ./screentest pool --scenario think,second,spike,cold,open --threads 8 --sizes 2,4,8,9",
      "  ./screentest pool --virtual --jvm /usr/lib/jvm/jdk-21,/usr/lib/jvm/jdk-25",
      "  ./screentest pool --scenario sizing --threads 32 --implementation hibernate --database"
          + " jdbc:postgresql://db.example/test",
      "  ./screentest pool --report screentest-results/2026-11-26T12-00-00Z --format html >"
          + " pools.html"
    })
final class PoolCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Mixin private DatabaseOptions databases;
  @Mixin private ImplementationOptions implementations;
  @Mixin private BuildOptions builds;
  @Mixin private PoolStudyOptions options;
  @Mixin private OutputOptions output;
  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "What to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private PoolFormat format = PoolFormat.TEXT;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      description = "Measure nothing; show what is kept in a folder, also while it is measured.")
  private @Nullable Path report;

  @Override
  public Integer call() throws Exception {
    common.setLogLevels();
    if (report != null) {
      return print(PoolAnalysis.of(kept(report)));
    }
    output.requireFree();
    Contestants contestants = builds.contestants();
    List<Contestant> chosen = builds.chosen(implementations, contestants);
    StudyPlan plan = options.plan(chosen);
    MeasuringSession session = new MeasuringSession(spec, common, databases);
    return MeasuringSession.isChild()
        ? measure(session, plan, contestants, chosen)
        : session.delegate();
  }

  private PoolData kept(Path folder) {
    try {
      return PoolJournal.read(folder);
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "--report: " + e.getMessage(), e);
    }
  }

  private int measure(
      MeasuringSession session, StudyPlan plan, Contestants contestants, List<Contestant> chosen)
      throws IOException, InterruptedException, MachineBusyException {
    Progress progress = session.progress();
    try (MeasuringSession.Ground ground = session.enter()) {
      PoolHeader header =
          new PoolHeader(
              ground.started().toString(),
              options.withSeed(session.arguments()),
              plan.dataset().label() + " (" + plan.dataset().summary() + ")",
              Contestant.BASELINE,
              plan.entrants(),
              plan.cells(),
              plan.leadIn().toMillis(),
              plan.measured().toMillis(),
              plan.delay().toNanos(),
              plan.isValidatingEachBorrow(),
              plan.seed(),
              Surroundings.environment(
                  chosen, plan.libraries(), ground.database().server(), contestants));
      progress.say(plan.announcement());
      ResultFolder folder = output.folder(ground.started());
      progress.say("Kept in " + folder);
      Consumer<String> log = common.isVerbose() ? progress::say : line -> {};
      PoolStudy study =
          new PoolStudy(
              plan,
              contestants,
              header,
              PoolJournal.begin(folder.path(), header),
              progress::say,
              log);
      PoolReport found = PoolAnalysis.of(study.data());
      for (int round = 1; round <= plan.rounds(); round++) {
        study.play(round);
        found = PoolAnalysis.of(study.data());
        keep(found, folder);
        if (round == 1 && plan.rounds() > 1) {
          progress.say(
              "\nAfter round 1, roughly:\n\n"
                  + PoolFormat.TEXT.render(found, TerminalOptions.palette(spec)));
        }
      }
      return print(found);
    }
  }

  private static void keep(PoolReport found, ResultFolder folder) throws IOException {
    folder.put("pools.txt", PoolFormat.TEXT.render(found, Palette.PLAIN));
    folder.put("pools.json", PoolFormat.JSON.render(found, Palette.PLAIN));
    folder.put("pools.csv", PoolFormat.CSV.render(found, Palette.PLAIN));
    folder.put("pools.html", PoolFormat.HTML.render(found, Palette.PLAIN));
  }

  private int print(PoolReport found) {
    PrintWriter out = spec.commandLine().getOut();
    PoolFormat asked = output.isJson() ? PoolFormat.JSON : format;
    out.print(asked.render(found, TerminalOptions.palette(spec)));
    out.flush();
    return found.hasFailure() ? ExitCodes.CHECK_FAILED : ExitCodes.FINE;
  }
}
