package dev.screentest.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.benchmarks.load.Moment;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolJournalTest {

  private static final Cell CELL =
      Studies.map(4, 2).with(new Think(Think.Place.BEFORE, 2)).atShare(0.7);

  private static final List<PoolEntry> ENTRIES =
      List.of(
          Studies.measured(Studies.JDBC, 1, CELL, 100),
          new Measured(
              Studies.JDBI,
              2,
              3,
              CELL,
              Studies.load(10, 20, 0.3, 0.4),
              123.5,
              List.of(new Moment(100, 7, 8, 9, 10))),
          new Opened(Studies.JDBC, 1, 4, CELL, List.of(new Opening(1, 2, 3, null))),
          new CellFailure(Studies.JDBC, 2, CELL, "it \"ended\""));

  @TempDir private Path folder;

  private PoolHeader begin() throws IOException {
    PoolHeader header = Studies.header(List.of(CELL));
    PoolJournal journal = PoolJournal.begin(folder, header);
    for (PoolEntry entry : ENTRIES) {
      journal.append(entry);
    }
    return header;
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    PoolHeader header = begin();
    assertThat(PoolJournal.read(folder)).isEqualTo(new PoolData(header, ENTRIES));
  }

  @Test
  void aTornLastLineIsLeftAway() throws IOException {
    begin();
    Files.writeString(
        folder.resolve("pools.jsonl"), "{\"entry\":\"cell\",\"entr", StandardOpenOption.APPEND);
    assertThat(PoolJournal.read(folder).entries()).isEqualTo(ENTRIES);
  }

  @Test
  void aTornLineInTheMiddleIsNot() throws IOException {
    begin();
    Files.writeString(folder.resolve("pools.jsonl"), "{\"entry\"\n{}\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> PoolJournal.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Line 6");
  }

  @Test
  void aStudyIsNotWrittenOverAnother() throws IOException {
    begin();
    assertThatThrownBy(this::begin).isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void aFolderWithoutOneIsSaidToHaveNone() {
    assertThatThrownBy(() -> PoolJournal.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("There is no study of pools in " + folder);
  }
}
