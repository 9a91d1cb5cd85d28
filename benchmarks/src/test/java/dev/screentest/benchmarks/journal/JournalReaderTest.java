package dev.screentest.benchmarks.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Environment;
import dev.screentest.benchmarks.result.ForkEnd;
import dev.screentest.benchmarks.result.ForkFailure;
import dev.screentest.benchmarks.result.ForkStart;
import dev.screentest.benchmarks.result.Interference;
import dev.screentest.benchmarks.result.JournalEntry;
import dev.screentest.benchmarks.result.LeftOut;
import dev.screentest.benchmarks.result.Machine;
import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.result.Refused;
import dev.screentest.benchmarks.result.RunEnd;
import dev.screentest.benchmarks.result.RunHeader;
import dev.screentest.benchmarks.result.Server;
import dev.screentest.benchmarks.result.Slice;
import dev.screentest.benchmarks.result.Verified;
import dev.screentest.benchmarks.result.WorkloadPlan;
import dev.screentest.benchmarks.verify.Cost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {

  private static final CellId CELL = new CellId("find-movie", "hibernate/tuned");

  private static final RunHeader HEADER =
      new RunHeader(
          Instant.parse("2026-11-26T12:00:00Z"),
          List.of("run", "--seed", "7"),
          new Plan(
              List.of(new WorkloadPlan("find-movie", WorkloadPlan.Mode.PAIRED, true, true)),
              List.of("jdbc", "jdbc#twin", "hibernate/tuned"),
              "jdbc",
              "small (1 000 movies)",
              20_261_123,
              "read",
              null,
              0.03,
              600L,
              7,
              0.03,
              null),
          new Environment(
              new Machine("Linux", "a CPU", 2, 1L << 33, null, null, true, true, 0.25),
              new Server(
                  "18.6",
                  "embedded",
                  new TreeMap<>(Map.of("fsync", "off")),
                  new TreeMap<>(Map.of("prepareThreshold", "5"))),
              "OpenJDK 17",
              List.of("-Xmx512m"),
              "1.37",
              "unknown",
              Map.of("jdbc", "pgjdbc 42.7.14")),
          "abc");

  private static final List<JournalEntry> ENTRIES =
      List.of(
          new Verified(CELL, new Cost(1, 0, 2, 1, 0, 93, 119), List.of()),
          new LeftOut(new CellId("insert-graph", "jdbi"), "CASCADE: it has none"),
          new Refused(new CellId("insert-graph", "mybatis"), "movie 7.title: expected \"é\n\""),
          new ForkStart(CELL, 1, 2),
          new Slice(CELL, 1, 0, true, 1000, 1.5e8, Interference.UNKNOWN),
          new Slice(CELL, 1, 0, false, 2000, 2.5e8, new Interference(0.01, 1.5, 2e6, 1, 0.99)),
          new ForkEnd(CELL, 1, 2, 5792.0, null, false, 0.9, "OpenJDK 17", List.of("-Xmx512m")),
          new ForkFailure(CELL, 2, "it hung"),
          new RunEnd(Instant.parse("2026-11-26T12:10:00Z"), RunEnd.Reason.BUDGET));

  @TempDir private Path folder;

  private void write(String end) throws Exception {
    StringBuilder journal = new StringBuilder(JournalFormat.line(HEADER)).append('\n');
    for (JournalEntry entry : ENTRIES) {
      journal.append(JournalFormat.line(entry)).append('\n');
    }
    Files.writeString(folder.resolve("journal.jsonl"), journal + end);
  }

  @Test
  void everyKindOfEntryComesBackAsItWas() throws Exception {
    write("");
    assertThat(JournalReader.read(folder).header()).isEqualTo(HEADER);
    assertThat(JournalReader.read(folder).entries()).isEqualTo(ENTRIES);
  }

  @Test
  void anEntryIsOneLineWhateverItHolds() throws JsonProcessingException {
    for (JournalEntry entry : ENTRIES) {
      assertThat(JournalFormat.line(entry)).startsWith("{\"entry\":\"").doesNotContain("\n");
    }
  }

  /** A machine that lost its power may have known how long the file is, and not what is in it. */
  @Test
  void zerosAtTheEndAreLeftAwayAndWrittenOver() throws Exception {
    String last = JournalFormat.line(ENTRIES.get(ENTRIES.size() - 1));
    write(last.substring(0, 20) + "\0".repeat(4096));
    assertThat(JournalReader.read(folder).entries()).isEqualTo(ENTRIES);
    try (JournalWriter writer = JournalWriter.goOn(folder)) {
      writer.append(ENTRIES.get(0));
    }
    List<JournalEntry> oneMore = new ArrayList<>(ENTRIES);
    oneMore.add(ENTRIES.get(0));
    assertThat(JournalReader.read(folder).entries()).isEqualTo(oneMore);
  }

  @Test
  void aTornLastLineIsLeftAway() throws Exception {
    write("{\"entry\":\"slice\",\"cell\":{\"workload\":\"find-mo");
    assertThat(JournalReader.read(folder).entries()).isEqualTo(ENTRIES);
  }

  @Test
  void aTornLineElsewhereIsAnErrorThatNamesIt() throws Exception {
    write("{\"entry\":\"sli\n" + JournalFormat.line(ENTRIES.get(0)) + "\n");
    assertThatThrownBy(() -> JournalReader.read(folder))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("Line 11 of");
  }

  @Test
  void whatANewerVersionAddsToAnEntryIsPassedOver() throws Exception {
    String line = JournalFormat.line(ENTRIES.get(3)).replace("\"slot\":", "\"moon\":1,\"slot\":");
    assertThat(line).contains("moon");
    assertThat(JournalFormat.entry(line)).isEqualTo(ENTRIES.get(3));
  }

  @Test
  void aFolderWithoutARunSaysWhatIsMissing() {
    assertThat(JournalReader.isRun(folder)).isFalse();
    assertThatThrownBy(() -> JournalReader.read(folder))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("journal.jsonl is missing");
  }

  @Test
  void aJournalWithoutItsBeginningIsNone() throws Exception {
    Files.writeString(folder.resolve("journal.jsonl"), JournalFormat.line(ENTRIES.get(0)) + "\n");
    assertThatThrownBy(() -> JournalReader.read(folder))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("does not begin with");
  }
}
