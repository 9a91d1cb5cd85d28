package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.analysis.MachineGrade;
import dev.screentest.benchmarks.analysis.RunAnalysis;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.report.GradeView;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunHeader;
import dev.screentest.benchmarks.result.WorkloadPlan.Mode;
import dev.screentest.benchmarks.run.MachineBusyException;
import dev.screentest.benchmarks.run.RunPlan;
import dev.screentest.benchmarks.run.StoppingRule;
import dev.screentest.benchmarks.run.Tempo;
import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Grades this machine. */
@Command(
    name = "doctor",
    header = "Says in a minute how good this machine is for measuring, and what to do about it.",
    description = {
      "",
      "The baseline is measured twice, under two names, by the shortest of the workloads. What the"
          + " two differ by is noise, and decides the grade.",
      ""
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      "0:the machine has its grade",
      "2:wrong usage",
      "3:too few rounds in a minute for a grade",
      "4:no database, or something of the environment is missing"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./screentest doctor",
      "  PGUSER=me PGPASSWORD=… ./screentest doctor --database jdbc:postgresql://db.example/test"
    })
final class DoctorCommand implements Callable<Integer> {

  private static final String WORKLOAD = "select-1";
  private static final int ROUNDS = 8;
  private static final Duration BUDGET = Duration.ofSeconds(55);

  @Mixin private CommonOptions common;
  @Mixin private DatabaseOptions databases;
  @Mixin private PoolingOptions pooling;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    common.setLogLevels();
    MeasuringSession session = new MeasuringSession(spec, common, databases);
    return MeasuringSession.isChild() ? examine(session) : session.delegate();
  }

  private int examine(MeasuringSession session)
      throws IOException,
          InterruptedException,
          MachineBusyException,
          SQLException,
          RunnerException {
    Path folder = Files.createTempDirectory("screentest-doctor");
    try {
      RunReport report = RunAnalysis.of(measure(session, folder));
      PrintWriter out = spec.commandLine().getOut();
      if (report.noiseFloorPercent() == null) {
        out.println("No grade: fewer than two rounds were whole after a minute.");
        report.omissions().forEach(cell -> out.println(cell.cell() + ": " + cell.reason()));
        out.flush();
        return ExitCodes.INCONCLUSIVE;
      }
      out.print(GradeView.text(MachineGrade.of(report), TerminalOptions.palette(spec)));
      out.flush();
      return ExitCodes.FINE;
    } finally {
      delete(folder);
    }
  }

  private RunData measure(MeasuringSession session, Path folder)
      throws IOException,
          InterruptedException,
          MachineBusyException,
          SQLException,
          RunnerException {
    Contestants contestants = Contestants.onClassPath();
    RunPlan plan = plan(contestants.resolve(Contestant.BASELINE), pooling.plan());
    return session.measure(
        plan, contestants, true, List.of(spec.name()), null, new Forgetful(folder));
  }

  /** Looks when all is over, and not before. */
  private record Forgetful(Path path) implements MeasuringSession.Client {

    @Override
    public Path folder(RunHeader header) {
      return path;
    }

    @Override
    public void look(int round, RunData results) {}
  }

  private static RunPlan plan(Contestant baseline, PoolPlan pool) {
    return new RunPlan(
        WorkloadCatalogue.resolve(List.of(WORKLOAD)),
        List.of(baseline, baseline.twin()),
        DataSet.SMALL,
        UnitKind.READ,
        new StoppingRule(ROUNDS, null, BUDGET),
        ThreadLocalRandom.current().nextInt(1_000_000),
        Tempo.QUICK,
        Mode.PAIRED,
        0,
        pool,
        RunPlan.USUAL_MARGIN);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(DoctorCommand::deleteOne);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
