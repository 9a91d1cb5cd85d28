package dev.screentest.benchmarks.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.screentest.benchmarks.result.JournalEntry;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what a run recorded. */
public final class JournalReader {

  private JournalReader() {}

  /** Returns whether a folder holds a run. */
  public static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(JournalFormat.FILE));
  }

  /**
   * Reads the journal in a folder. A last line that was torn when the run was killed is left away.
   *
   * @throws UnreadableJournalException if there is none, or it is not one
   * @throws IOException if the file cannot be read
   */
  public static RunData read(Path folder) throws IOException, UnreadableJournalException {
    if (!isRun(folder)) {
      throw new UnreadableJournalException(
          "There is no run in " + folder + ": " + JournalFormat.FILE + " is missing");
    }
    // Not as lines: a kill may have torn a letter in two, which they would refuse.
    byte[] bytes = Files.readAllBytes(folder.resolve(JournalFormat.FILE));
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      try {
        entries.add(JournalFormat.entry(line));
      } catch (JsonProcessingException e) {
        if (i < lines.size() - 1) {
          throw new UnreadableJournalException(
              "Line %d of %s is no entry of a journal: %s"
                  .formatted(i + 1, folder.resolve(JournalFormat.FILE), e.getOriginalMessage()),
              e);
        }
      }
    }
    if (entries.isEmpty() || !(entries.get(0) instanceof RunHeader header)) {
      throw new UnreadableJournalException(
          folder.resolve(JournalFormat.FILE) + " does not begin with what the run set out to do");
    }
    return new RunData(header, entries.subList(1, entries.size()));
  }
}
