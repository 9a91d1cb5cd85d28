package dev.screentest.jdbi;

import org.jdbi.v3.core.Handle;

/** {@link ServerDao} by the fluent API. */
record FluentServerDao(Handle handle) implements ServerDao {

  @Override
  public int one() {
    return handle.createQuery(ONE).map((row, context) -> row.getInt(1)).one();
  }

  @Override
  public long nextMovies() {
    return next(NEXT_MOVIES);
  }

  @Override
  public long nextActors() {
    return next(NEXT_ACTORS);
  }

  @Override
  public long nextStuntmen() {
    return next(NEXT_STUNTMEN);
  }

  @Override
  public long nextContactDetails() {
    return next(NEXT_CONTACT_DETAILS);
  }

  private long next(String sql) {
    return handle.createQuery(sql).map((row, context) -> row.getLong(1)).one();
  }
}
