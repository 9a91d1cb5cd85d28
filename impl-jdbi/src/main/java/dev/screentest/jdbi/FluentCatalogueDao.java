package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** {@link CatalogueDao} by the fluent API. */
record FluentCatalogueDao(Handle handle) implements CatalogueDao {

  @Override
  public List<Movie> movies() {
    return handle.createQuery(MOVIES).map(HandWrittenMappers.MOVIE).list();
  }

  @Override
  public long count() {
    return handle.createQuery(COUNT).map((row, context) -> row.getLong(1)).one();
  }

  @Override
  public List<String> titles() {
    return handle.createQuery(TITLES).map((row, context) -> row.getString(1)).list();
  }

  @Override
  public Stream<Movie> stream() {
    return handle
        .createQuery(STREAM)
        .setFetchSize(ROWS_AT_ONCE)
        .map(HandWrittenMappers.MOVIE)
        .stream();
  }
}
