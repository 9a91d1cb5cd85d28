package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.report.Palette;
import dev.screentest.benchmarks.report.ReportFormat;
import dev.screentest.benchmarks.result.RunHeader;
import dev.screentest.benchmarks.run.JmhResults;
import dev.screentest.benchmarks.run.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What is kept of a run beside its journal. */
final class RunViews {

  private static final DateTimeFormatter FOLDER_NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  private RunViews() {}

  /**
   * Creates the folder of a run.
   *
   * @param asked for; null for one that is named by the start of the run
   */
  static ResultFolder folder(@Nullable Path asked, RunHeader header) throws IOException {
    return folder(asked, header.started());
  }

  /**
   * Creates the folder of what was started at a moment.
   *
   * @param asked for; null for one that is named by that moment
   */
  static ResultFolder folder(@Nullable Path asked, Instant started) throws IOException {
    return ResultFolder.create(
        asked == null ? Path.of("screentest-results", FOLDER_NAME.format(started)) : asked);
  }

  /** Writes the views, in place of those that there are. */
  static void keep(RunReport report, ResultFolder folder) throws IOException {
    folder.put("report.txt", ReportFormat.TEXT.render(report, Palette.PLAIN));
    folder.put("results.json", ReportFormat.JSON.render(report, Palette.PLAIN));
    folder.put("report.md", ReportFormat.MARKDOWN.render(report, Palette.PLAIN));
    folder.put("jmh.json", new JmhResults(folder.path()).toJson(report.data()));
  }
}
