package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.analysis.ChangeAnalysis;
import dev.screentest.benchmarks.analysis.ChangeReport;
import dev.screentest.benchmarks.analysis.RunAnalysis;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.journal.JournalReader;
import dev.screentest.benchmarks.journal.UnreadableJournalException;
import dev.screentest.benchmarks.report.ChangeView;
import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.result.RunHeader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares stored runs. */
@Command(
    name = "compare",
    header = "Compares stored runs, old with new, by their ratios to the baseline.",
    description = {
      "",
      "Times of different hours cannot be compared; ratios to the baseline in the same run can. At"
          + " least three runs on each side, taken at different times, tell how much ratios vary by"
          + " themselves; with fewer the answer is INCONCLUSIVE.",
      ""
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      "0:nothing became slower by more than is allowed",
      "1:something did",
      "2:wrong usage, or runs that cannot be compared",
      "3:inconclusive: neither is shown",
      "4:a file cannot be read"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./screentest compare runs/before runs/after",
      "  ./screentest compare old1,old2,old3 new1,new2,new3 --max-regression 3%%"
    })
final class CompareCommand implements Callable<Integer> {

  private static final String OTHER_MACHINE = "--other-machine";

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      split = ",",
      description = "Folders of runs, or one that holds such folders.")
  private List<Path> before = List.of();

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      split = ",",
      description = "Folders of runs, or one that holds such folders.")
  private List<Path> after = List.of();

  @Option(
      names = "--max-regression",
      paramLabel = "PERCENT",
      defaultValue = "5%",
      converter = PercentConverter.class,
      description = "What a ratio may grow by (default: 5%%).")
  private double maxRegression;

  @Option(
      names = OTHER_MACHINE,
      description = "Compare although machine, server's settings or tempo are not the same.")
  private boolean isOtherMachineAllowed;

  @Option(names = "--json", description = "Print one JSON object instead of the table.")
  private boolean json;

  @Override
  public Integer call() throws IOException, UnreadableJournalException {
    common.setLogLevels();
    List<RunReport> old = read(before);
    List<RunReport> recent = read(after);
    List<RunReport> all = Stream.concat(old.stream(), recent.stream()).toList();
    refuseTwice(all);
    refuseIfNotComparable(all);
    ChangeReport report = ChangeAnalysis.of(old, recent, maxRegression);
    if (report.changes().isEmpty() && report.omissions().isEmpty()) {
      throw usage("The runs have no measured workload and implementation in common.");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        json ? ChangeView.json(report) : ChangeView.text(report, TerminalOptions.palette(spec)));
    out.flush();
    return ExitCodes.of(report.verdict());
  }

  private static List<RunReport> read(List<Path> folders)
      throws IOException, UnreadableJournalException {
    List<RunReport> runs = new ArrayList<>();
    for (Path folder : folders) {
      for (Path run : runsIn(folder)) {
        runs.add(RunAnalysis.of(JournalReader.read(run)));
      }
    }
    return runs;
  }

  /** A folder that holds no run stands for the runs in the folders inside it. */
  private static List<Path> runsIn(Path folder) throws IOException {
    if (JournalReader.isRun(folder) || !Files.isDirectory(folder)) {
      return List.of(folder);
    }
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> runs = inside.filter(JournalReader::isRun).sorted().toList();
      return runs.isEmpty() ? List.of(folder) : runs;
    }
  }

  /** The same run again tells nothing of how much runs differ. */
  private void refuseTwice(List<RunReport> runs) {
    Set<RunHeader> known = new HashSet<>();
    for (RunReport run : runs) {
      if (!known.add(run.header())) {
        throw usage("The run of %s is named twice.".formatted(run.header().started()));
      }
    }
  }

  private void refuseIfNotComparable(List<RunReport> runs) {
    RunReport first = runs.get(0);
    for (RunReport run : runs) {
      Plan plan = run.plan();
      if (!plan.baseline().equals(first.plan().baseline())
          || !plan.dataset().equals(first.plan().dataset())
          || !plan.unit().equals(first.plan().unit())) {
        throw usage(
            "The runs of %s and %s differ in baseline, data set or kind of unit: there is no"
                    .formatted(first.header().started(), run.header().started())
                + " ratio of the same thing.");
      }
      if (!isOtherMachineAllowed
          && !run.header().fingerprint().equals(first.header().fingerprint())) {
        throw usage(
            "The runs of %s and %s are not from the same machine with the same settings; %s allows"
                    .formatted(first.header().started(), run.header().started(), OTHER_MACHINE)
                + " that.");
      }
    }
  }

  private ParameterException usage(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
