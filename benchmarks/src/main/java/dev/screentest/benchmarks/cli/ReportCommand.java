package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.analysis.RunAnalysis;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.journal.JournalReader;
import dev.screentest.benchmarks.journal.UnreadableJournalException;
import dev.screentest.benchmarks.report.Palette;
import dev.screentest.benchmarks.report.ReportFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a run again. */
@Command(
    name = "report",
    header = "Shows a run again, from the folder that it was kept in.",
    description = {
      "",
      "Also while it is still going on, and after it was broken off: whole rounds count.",
      ""
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      "0:every cell has its number",
      "1:a check failed; what failed has no number, and the reason is printed",
      "2:wrong usage, or no run in the folder",
      "4:a file cannot be read or written"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./screentest report screentest-results/2026-11-26T12-00-00Z",
      "  ./screentest report DIR --format html --output report.html",
      "  ./screentest report DIR --format csv > slices.csv"
    })
final class ReportCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder of the run.")
  private Path folder = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--json", description = "The same as --format json.")
  private boolean json;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write it (default: standard output).")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException, UnreadableJournalException {
    common.setLogLevels();
    RunReport report = RunAnalysis.of(JournalReader.read(folder));
    ReportFormat asked = json ? ReportFormat.JSON : format;
    if (output == null) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(asked.render(report, TerminalOptions.palette(spec)));
      out.flush();
    } else {
      Files.writeString(output, asked.render(report, Palette.PLAIN));
    }
    return report.hasFailure() || report.twinCheck().hasFailed()
        ? ExitCodes.CHECK_FAILED
        : ExitCodes.FINE;
  }
}
