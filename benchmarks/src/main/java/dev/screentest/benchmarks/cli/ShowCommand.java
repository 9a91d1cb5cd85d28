package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.show.Curator;
import dev.screentest.benchmarks.show.Exhibition;
import dev.screentest.benchmarks.show.Overview;
import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.workload.UnknownWorkloadException;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.testbed.database.Database;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what implementations really do in a workload. */
@Command(
    name = "show",
    header = "Shows what implementations do in a workload: SQL, plan, counts and source.",
    description = {
      "",
      "Each implementation performs one operation. The SQL is what passed on the wire, with its"
          + " parameters; the plan is what the server says of it on the same schema; the source is"
          + " that of the methods that sent it, found on the stack. Statements, rows and"
          + " transactions are counted on the wire and by the server. A name that means several"
          + " workloads shows one table with the counts of all.",
      ""
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      "0:shown",
      "2:wrong usage",
      "4:no database, or something of the environment is missing"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./screentest show find-movie",
      "  ./screentest show movie-with-cast",
      "  ./screentest show movie-with-cast/10/n-plus-one --implementations jdbc,hibernate"
    })
final class ShowCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Mixin private DatabaseOptions databases;
  @Mixin private CastOptions cast;
  @Mixin private BuildOptions builds;
  @Mixin private PoolingOptions pooling;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "WORKLOAD",
      description = "Which workload; see the list command for the names.")
  private String workload = "";

  @Override
  public Integer call() throws SQLException {
    common.setLogLevels();
    Contestants all = builds.contestants();
    List<Contestant> contestants = builds.chosen(cast, all);
    List<WorkloadEntry> entries = workloads();
    PoolPlan pool = pooling.plan();
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = databases.start()) {
      Curator curator =
          new Curator(
              database,
              all,
              cast.dataset().catalogue(),
              cast.unit(),
              pool,
              TerminalOptions.progress(spec).loading(cast.dataset().toString()));
      out.print(
          entries.size() == 1
              ? one(curator, entries.get(0), contestants)
              : several(curator, entries, contestants));
      out.flush();
    }
    return ExitCodes.FINE;
  }

  private String one(Curator curator, WorkloadEntry entry, List<Contestant> contestants)
      throws SQLException {
    Exhibition exhibition = new Exhibition(entry, cast.unit());
    for (Contestant contestant : contestants) {
      exhibition.add(contestant, curator.show(contestant, entry));
    }
    return exhibition.counts() + exhibition.details();
  }

  private String several(Curator curator, List<WorkloadEntry> entries, List<Contestant> contestants)
      throws SQLException {
    Overview overview = new Overview(entries, contestants, cast.unit());
    for (Contestant contestant : contestants) {
      curator.count(
          contestant, entries, (entry, exhibit) -> overview.add(entry, contestant, exhibit));
    }
    return overview.text();
  }

  private List<WorkloadEntry> workloads() {
    try {
      return WorkloadCatalogue.resolve(List.of(workload));
    } catch (UnknownWorkloadException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
