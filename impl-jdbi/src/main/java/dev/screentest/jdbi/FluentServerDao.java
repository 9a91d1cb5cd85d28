package dev.screentest.jdbi;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** {@link ServerDao} by the fluent API. */
record FluentServerDao(Handle handle) implements ServerDao {

  @Override
  public int one() {
    return handle.createQuery(ONE).map((row, context) -> row.getInt(1)).one();
  }

  @Override
  public List<Long> nextValues(String sequence, int count) {
    return handle
        .createQuery(NEXT_VALUES)
        .bind("sequence", sequence)
        .bind("count", count)
        .map((row, context) -> row.getLong(1))
        .list();
  }
}
