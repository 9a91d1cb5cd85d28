package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.run.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How what was measured is printed, and where it is kept. */
final class OutputOptions {

  private static final DateTimeFormatter FOLDER_NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  @Option(names = "--json", description = "Print one JSON object instead of tables.")
  private boolean json;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = {
        "Where to keep the journal and what is made of it",
        "(default: ./screentest-results/<start in UTC>)."
      })
  private @Nullable Path output;

  /** Returns whether a program reads what is printed. */
  boolean isJson() {
    return json;
  }

  /** Creates the folder of what was started at a moment. */
  ResultFolder folder(Instant started) throws IOException {
    return ResultFolder.create(
        output == null ? Path.of("screentest-results", FOLDER_NAME.format(started)) : output);
  }
}
