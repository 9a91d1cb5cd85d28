package dev.screentest.benchmarks.journal;

import dev.screentest.benchmarks.result.JournalEntry;
import dev.screentest.benchmarks.result.RunData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes journals of runs that never took place. */
public final class Journals {

  private Journals() {}

  /** Writes a journal into a folder, and returns the folder. */
  public static Path write(Path folder, RunData data) throws IOException {
    StringBuilder lines = new StringBuilder(JournalFormat.line(data.header())).append('\n');
    for (JournalEntry entry : data.entries()) {
      lines.append(JournalFormat.line(entry)).append('\n');
    }
    Files.writeString(folder.resolve(JournalFormat.FILE), lines);
    return folder;
  }
}
