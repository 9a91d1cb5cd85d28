package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.run.ResultFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How what was measured is printed, and where it is kept. */
final class OutputOptions {

  private static final DateTimeFormatter FOLDER_NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

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

  /** Refuses a folder that holds something: what is measured would be mixed with it. */
  void requireFree() throws IOException {
    if (output == null || Files.notExists(output)) {
      return;
    }
    if (!Files.isDirectory(output)) {
      throw new ParameterException(spec.commandLine(), "--output: " + output + " is a file.");
    }
    try (DirectoryStream<Path> content = Files.newDirectoryStream(output)) {
      if (content.iterator().hasNext()) {
        throw new ParameterException(
            spec.commandLine(), "--output: " + output + " is not empty; name a new folder.");
      }
    }
  }

  /** Creates the folder of what was started at a moment. */
  ResultFolder folder(Instant started) throws IOException {
    return ResultFolder.create(
        output == null ? Path.of("screentest-results", FOLDER_NAME.format(started)) : output);
  }
}
