package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.show.Curator;
import dev.screentest.benchmarks.show.Exhibition;
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
          + " that of the methods that sent it, found on the stack. A name that means several"
          + " workloads shows their counts alone.",
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
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = databases.start()) {
      Curator curator = new Curator(database, all, cast.dataset().catalogue(), cast.unit());
      String separator = "";
      for (WorkloadEntry entry : entries) {
        Exhibition exhibition = new Exhibition(entry, cast.unit());
        for (Contestant contestant : contestants) {
          exhibition.add(contestant, curator.show(contestant, entry));
        }
        out.print(separator + exhibition.counts());
        if (entries.size() == 1) {
          out.print(exhibition.details());
        }
        out.flush();
        separator = "\n";
      }
    }
    return ExitCodes.FINE;
  }

  private List<WorkloadEntry> workloads() {
    try {
      return WorkloadCatalogue.resolve(List.of(workload));
    } catch (UnknownWorkloadException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
