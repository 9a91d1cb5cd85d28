package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link MovieDao} by the fluent API. */
record FluentMovieDao(Handle handle) implements MovieDao {

  @Override
  public Optional<Movie> find(long id) {
    return handle.createQuery(FIND).bind("id", id).map(HandWrittenMappers.MOVIE).findOne();
  }

  @Override
  public List<Movie> between(long first, long last) {
    return handle
        .createQuery(BETWEEN)
        .bind("first", first)
        .bind("last", last)
        .map(HandWrittenMappers.MOVIE)
        .list();
  }
}
