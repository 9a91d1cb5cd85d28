package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.report.Palette;
import dev.screentest.benchmarks.report.ReportFormat;
import dev.screentest.benchmarks.run.JmhResults;
import dev.screentest.benchmarks.run.ResultFolder;
import java.io.IOException;

/** What is kept of a run beside its journal. */
final class RunViews {

  private RunViews() {}

  /** Writes the views, in place of those that there are. */
  static void keep(RunReport report, ResultFolder folder) throws IOException {
    folder.put("report.txt", ReportFormat.TEXT.render(report, Palette.PLAIN));
    folder.put("results.json", ReportFormat.JSON.render(report, Palette.PLAIN));
    folder.put("report.md", ReportFormat.MARKDOWN.render(report, Palette.PLAIN));
    folder.put("jmh.json", new JmhResults(folder.path()).toJson(report.data()));
  }
}
