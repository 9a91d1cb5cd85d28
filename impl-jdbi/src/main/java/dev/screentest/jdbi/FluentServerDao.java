package dev.screentest.jdbi;

import org.jdbi.v3.core.Handle;

/** {@link ServerDao} by the fluent API. */
record FluentServerDao(Handle handle) implements ServerDao {

  @Override
  public int one() {
    return handle.createQuery(ONE).map((row, context) -> row.getInt(1)).one();
  }

  @Override
  public long nextValue(String sequence) {
    return handle
        .createQuery(NEXT_VALUE)
        .bind("sequence", sequence)
        .map((row, context) -> row.getLong(1))
        .one();
  }
}
