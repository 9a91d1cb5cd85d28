package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunHeader;
import dev.screentest.benchmarks.run.Progress;
import dev.screentest.benchmarks.run.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps what is measured in a folder of its own, or in that of what is resumed. */
final class Keeper implements MeasuringSession.Client {

  private final Progress progress;
  private final OutputOptions output;
  private final ResumeOptions resume;
  private final @Nullable RunData before;
  private final Onlooker onlooker;
  private @Nullable ResultFolder folder;

  /** Looks at what is there after a round. */
  @FunctionalInterface
  interface Onlooker {
    void look(int round, RunData results, ResultFolder folder) throws IOException;
  }

  /**
   * Creates a keeper.
   *
   * @param before what is resumed; {@code null} for something new
   */
  Keeper(
      Progress progress,
      OutputOptions output,
      ResumeOptions resume,
      @Nullable RunData before,
      Onlooker onlooker) {
    this.progress = progress;
    this.output = output;
    this.resume = resume;
    this.before = before;
    this.onlooker = onlooker;
  }

  @Override
  public Path folder(RunHeader header) throws IOException {
    folder = before == null ? output.folder(header.started()) : resume.folder(before, header);
    progress.say("Kept in " + folder + "; to go on after a break: " + resume.toResume(folder));
    return folder.path();
  }

  /** Returns the folder; there is one when something was measured. */
  ResultFolder folder() {
    return Objects.requireNonNull(folder, "nothing was begun");
  }

  @Override
  public void look(int round, RunData results) throws IOException {
    onlooker.look(round, results, folder());
  }
}
