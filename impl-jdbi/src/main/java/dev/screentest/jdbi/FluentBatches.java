package dev.screentest.jdbi;

import dev.screentest.domain.InsertStrategy;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Prepared batches of one unit, no larger than the contract's. */
record FluentBatches(Handle handle) {

  /** Runs a statement for every row, and returns how many rows each has found. */
  <E> int[] execute(String sql, List<E> rows, RowBinder<E> binder) {
    int[] found = new int[rows.size()];
    for (int from = 0; from < found.length; from += InsertStrategy.BATCH_SIZE) {
      int to = Math.min(found.length, from + InsertStrategy.BATCH_SIZE);
      int[] chunk = executeOne(sql, rows.subList(from, to), binder);
      System.arraycopy(chunk, 0, found, from, chunk.length);
    }
    return found;
  }

  private <E> int[] executeOne(String sql, List<E> rows, RowBinder<E> binder) {
    try (PreparedBatch batch = handle.prepareBatch(sql)) {
      for (E row : rows) {
        binder.bind(batch, row);
        batch.add();
      }
      return batch.execute();
    }
  }
}
