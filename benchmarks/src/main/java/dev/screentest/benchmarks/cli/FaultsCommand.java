package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.report.DrillTable;
import dev.screentest.benchmarks.run.Progress;
import dev.screentest.benchmarks.stage.LogLevels;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.fault.DrillFailedException;
import dev.screentest.testbed.fault.DrillReport;
import dev.screentest.testbed.fault.Fault;
import dev.screentest.testbed.fault.FaultDrill;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what implementations make of faults. */
@Command(
    name = "faults",
    header =
        "Breaks something while implementations write, and looks for what was lost or doubled.",
    description = {
      "",
      "Four threads perform units of work, each with several rows in several tables, while a fault"
          + " strikes; the tables tell afterwards which units are stored. Sessions are ended by the"
          + " server; the network is a proxy of our own; the server is stopped where it is ours.",
      "",
      "What was lost or doubled does not depend on the machine. Times, and which units were hit,"
          + " do.",
      ""
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      "0:every unit of work ended as the contract says",
      "1:something was lost, doubled, stored in part or called by another name",
      "2:wrong usage",
      "4:no database, or something of the environment is missing"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./screentest faults",
      "  ./screentest faults --implementations jdbc,hibernate --faults"
          + " answer-lost,server-restarted",
      "  ./screentest faults --implementations all --json > faults.json"
    })
final class FaultsCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Mixin private DatabaseOptions databases;
  @Mixin private ImplementationOptions cast;
  @Mixin private BuildOptions builds;
  @Spec private CommandSpec spec;

  @Option(
      names = "--faults",
      paramLabel = "NAME",
      split = ",",
      description = {
        "Which faults (default: all):",
        "backend-killed, all-backends-killed,",
        "network-stalled, answer-lost,",
        "server-restarted, server-gone."
      })
  private List<String> faults = List.of();

  @Option(names = "--json", description = "Print one JSON object instead of the tables.")
  private boolean json;

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    common.setLogLevels();
    if (!common.isVerbose()) {
      LogLevels.silent();
    }
    List<Fault> chosen = chosenFaults();
    Contestants all = builds.contestants();
    List<Contestant> contestants = builds.chosen(cast, all);
    Progress progress = TerminalOptions.progress(spec);
    try (Database database = databases.start()) {
      DrillTable table = new DrillTable(database.server());
      for (Fault fault : chosen) {
        for (Contestant contestant : contestants) {
          drill(fault, contestant, drillOf(contestant, all, database), table, progress);
        }
      }
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? table.json() : table.text(TerminalOptions.palette(spec)));
      out.flush();
      return table.hasFailure() ? ExitCodes.CHECK_FAILED : ExitCodes.FINE;
    }
  }

  private List<Fault> chosenFaults() {
    try {
      return faults.isEmpty()
          ? List.of(Fault.values())
          : faults.stream().map(Fault::of).distinct().toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static FaultDrill drillOf(Contestant contestant, Contestants all, Database database) {
    // The threads of a drill look for classes where the thread looks that begins it.
    Thread.currentThread().setContextClassLoader(all.loader(contestant));
    return new FaultDrill(
        database, all.pools(contestant), dataSource -> all.open(contestant, dataSource));
  }

  private static void drill(
      Fault fault, Contestant contestant, FaultDrill drill, DrillTable table, Progress progress)
      throws IOException, SQLException, InterruptedException {
    String cell = fault.label() + ", " + contestant;
    Optional<String> whyNot = drill.whyNot(fault);
    if (whyNot.isPresent()) {
      table.leaveOut(fault, contestant, whyNot.get());
      progress.say("left out " + cell + ": " + whyNot.get());
      return;
    }
    try {
      DrillReport report = drill.run(fault);
      table.add(contestant, report);
      progress.say(
          report.complaints().isEmpty()
              ? "drilled  " + cell
              : "FAILED   " + cell + ": " + String.join("; ", report.complaints()));
    } catch (DrillFailedException e) {
      table.breakOff(fault, contestant, String.valueOf(e.getMessage()));
      progress.say("FAILED   " + cell + ": " + e.getMessage());
    }
  }
}
