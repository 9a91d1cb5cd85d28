package dev.screentest.contract;

import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tables in memory, with sequences and commits. Thread-safe. */
final class MemoryDatabase implements Witness {

  private final Map<Table, Long> sequences = new EnumMap<>(Table.class);
  private MemoryTables committed = new MemoryTables();

  /** Returns what is committed; nobody changes it. */
  synchronized MemoryTables committed() {
    return committed;
  }

  /** Makes changes for everybody, all or none. */
  synchronized void commit(List<Consumer<MemoryTables>> changes) {
    MemoryTables next = committed.copy();
    changes.forEach(change -> change.accept(next));
    committed = next;
  }

  /** Returns the next value of a table's sequence. */
  synchronized long nextValue(Table table) {
    return sequences.merge(table, FIRST_SEQUENCE_ID, (last, first) -> last + IdBlocks.SIZE);
  }

  @Override
  public synchronized void clear() {
    committed = new MemoryTables();
  }

  @Override
  public void insert(List<? extends Row> rows) {
    commit(List.of(tables -> rows.forEach(tables::insert)));
  }

  @Override
  public synchronized List<Row> rows() {
    return committed.rows();
  }
}
