package dev.screentest.benchmarks.pool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal of a study: {@code pools.jsonl}, one JSON object a line. What was appended is with
 * the operating system, so that it outlives this process.
 */
public final class PoolJournal {

  private static final String FILE = "pools.jsonl";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // a newer version wrote it
          .build();

  private final Path file;

  private PoolJournal(Path file) {
    this.file = file;
  }

  /** Begins the journal of a new study in a folder that has none. */
  public static PoolJournal begin(Path folder, PoolHeader header) throws IOException {
    Path file = folder.resolve(FILE);
    Files.writeString(file, "", StandardOpenOption.CREATE_NEW);
    PoolJournal journal = new PoolJournal(file);
    journal.append(header);
    return journal;
  }

  /** Appends a line. */
  void append(PoolEntry entry) throws IOException {
    Files.writeString(file, line(entry) + "\n", StandardOpenOption.APPEND);
  }

  /**
   * Reads the journal in a folder. A last line that was torn is left away.
   *
   * @throws IOException if there is none, or it is not one
   */
  public static PoolData read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new IOException("There is no study of pools in " + folder + ": no " + FILE + ".");
    }
    // Not as lines: a kill may have torn a letter in two, which they would refuse.
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    List<PoolEntry> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      try {
        entries.add(entry(lines.get(i)));
      } catch (JsonProcessingException e) {
        if (i < lines.size() - 1) {
          throw new IOException("Line %d of %s is no entry.".formatted(i + 1, file), e);
        }
      }
    }
    if (entries.isEmpty() || !(entries.get(0) instanceof PoolHeader header)) {
      throw new IOException(file + " does not begin with what the study set out to do.");
    }
    return new PoolData(header, entries.subList(1, entries.size()));
  }

  static String line(PoolEntry entry) throws JsonProcessingException {
    return MAPPER.writerFor(PoolEntry.class).writeValueAsString(entry);
  }

  static PoolEntry entry(String line) throws JsonProcessingException {
    return MAPPER.readValue(line, PoolEntry.class);
  }

  static String order(Order order) throws JsonProcessingException {
    return MAPPER.writeValueAsString(order);
  }

  static Order order(String line) throws JsonProcessingException {
    return MAPPER.readValue(line, Order.class);
  }
}
