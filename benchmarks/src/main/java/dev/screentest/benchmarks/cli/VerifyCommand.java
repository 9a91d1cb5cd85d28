package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.report.VerificationReport;
import dev.screentest.benchmarks.run.Progress;
import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.verify.Finding;
import dev.screentest.benchmarks.verify.Panel;
import dev.screentest.benchmarks.verify.Verifier;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Proves without timing that implementations do the same. */
@Command(
    name = "verify",
    header = "Lets each implementation perform each workload, without timing.",
    description = {
      "",
      "Their answers, and the tables after those that write, are compared with what the generator"
          + " of the data says; statements, round trips, rows and transactions are counted on the"
          + " wire and compared with what the contract promises, and with the counts of the"
          + " server.",
      ""
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      "0:all answers are right",
      "1:a check failed, and the reason is printed",
      "2:wrong usage",
      "4:no database, or something of the environment is missing"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./screentest verify",
      "  ./screentest verify --implementations mybatis --workloads insert-graph"
    })
final class VerifyCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Mixin private DatabaseOptions databases;
  @Mixin private ContestOptions contest;
  @Mixin private BuildOptions builds;
  @Mixin private PoolingOptions pooling;
  @Spec private CommandSpec spec;

  private record Cell(WorkloadEntry workload, Contestant contestant) {}

  @Override
  public Integer call() throws SQLException {
    common.setLogLevels();
    Contestants all = builds.contestants();
    List<Contestant> contestants = builds.chosen(contest, all);
    List<WorkloadEntry> workloads = contest.workloads(WorkloadCatalogue.all());
    PoolPlan pool = pooling.plan();
    Progress progress = TerminalOptions.progress(spec);
    VerificationReport report = new VerificationReport(contestants);
    Map<Cell, Finding> findings = new HashMap<>();
    Panel panel =
        new Panel(
            databases.canStartSeveral() ? Runtime.getRuntime().availableProcessors() : 1,
            databases::start,
            database ->
                new Verifier(
                    database,
                    all,
                    contest.dataset().catalogue(),
                    contest.unit(),
                    pool,
                    progress.loading(contest.dataset().toString())));
    panel.verify(
        contestants,
        workloads,
        (contestant, workload, finding) -> {
          findings.put(new Cell(workload, contestant), finding);
          progress.say(line(workload, contestant, finding));
        });
    workloads.forEach(
        workload ->
            contestants.forEach(
                contestant ->
                    Optional.ofNullable(findings.get(new Cell(workload, contestant)))
                        .ifPresent(finding -> report.add(workload.name(), contestant, finding))));
    PrintWriter out = spec.commandLine().getOut();
    out.print(report.render());
    out.flush();
    return report.hasFailure() ? ExitCodes.CHECK_FAILED : ExitCodes.FINE;
  }

  private static String line(WorkloadEntry workload, Contestant contestant, Finding finding) {
    String cell = workload.name() + ", " + contestant;
    if (finding instanceof Finding.Failed failed) {
      return "FAILED   " + cell + ": " + failed.reason();
    }
    return finding instanceof Finding.LeftOut leftOut
        ? "left out " + cell + ": " + leftOut.reason()
        : "verified " + cell;
  }
}
