package dev.screentest.mybatis;

import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.NotFoundException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.session.ExecutorType;

/**
 * Sends one statement for each row of a table: at once, or in batches when its session's executor
 * is {@link ExecutorType#BATCH}. That executor keeps a batch only as long as the statement stays
 * the same, so rows come grouped by table.
 */
final class RowSender {

  private final Mappers mappers;

  RowSender(Mappers mappers) {
    this.mappers = mappers;
  }

  /**
   * Sends a statement for each row.
   *
   * @param statement a method of the mapper that returns the number of rows it has changed
   * @throws NotFoundException if a row was not there
   */
  <M, E> void send(Function<Mappers, M> which, ToIntBiFunction<M, E> statement, List<E> rows) {
    if (rows.isEmpty()) {
      return;
    }
    M mapper = which.apply(mappers);
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0 && i % InsertStrategy.BATCH_SIZE == 0) {
        flush();
      }
      requireRow(statement.applyAsInt(mapper, rows.get(i)), rows.get(i));
    }
    flush();
  }

  /** Sends what a batch has gathered; the driver may not know how many rows a statement changed. */
  private void flush() {
    for (BatchResult result : mappers.flushStatements()) {
      int[] counts = result.getUpdateCounts();
      for (int i = 0; i < counts.length; i++) {
        requireRow(counts[i], result.getParameterObjects().get(i));
      }
    }
  }

  private static void requireRow(int changed, Object row) {
    if (changed == 0) {
      throw new NotFoundException("save: the row of " + row + " has gone");
    }
  }
}
