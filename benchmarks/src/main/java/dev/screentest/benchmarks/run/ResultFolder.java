package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.report.JsonReport;
import dev.screentest.benchmarks.report.Report;
import dev.screentest.benchmarks.report.TextReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * Where the results of a run are kept: {@code jmh.json} as JMH's own tools read it, {@code
 * results.json} and {@code report.txt} as they are printed. Written anew after each round, each
 * file whole or not at all.
 */
public final class ResultFolder {

  private final Path folder;

  private ResultFolder(Path folder) {
    this.folder = folder;
  }

  /** Creates the folder. */
  public static ResultFolder create(Path folder) throws IOException {
    return new ResultFolder(Files.createDirectories(folder));
  }

  /** Writes all files. */
  public void write(Report report, Collection<RunResult> jmhResults) throws IOException {
    replace("results.json", JsonReport.render(report));
    replace("report.txt", TextReport.render(report));
    Path jmh = folder.resolve("jmh.json.part");
    try (PrintStream target = new PrintStream(jmh.toFile(), StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, target).writeOut(jmhResults);
    }
    Files.move(jmh, folder.resolve("jmh.json"), StandardCopyOption.ATOMIC_MOVE);
  }

  private void replace(String name, String text) throws IOException {
    Path part = Files.writeString(folder.resolve(name + ".part"), text);
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
