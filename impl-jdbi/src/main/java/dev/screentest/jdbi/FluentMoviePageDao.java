package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** {@link MoviePageDao} by the fluent API. */
record FluentMoviePageDao(Handle handle) implements MoviePageDao {

  @Override
  public List<Movie> byId(long offset, int limit) {
    return page(BY_ID, offset, limit);
  }

  @Override
  public List<Movie> byTitle(long offset, int limit) {
    return page(BY_TITLE, offset, limit);
  }

  @Override
  public List<Movie> byReleaseDate(long offset, int limit) {
    return page(BY_RELEASE_DATE, offset, limit);
  }

  private List<Movie> page(String sql, long offset, int limit) {
    return handle
        .createQuery(sql)
        .bind("offset", offset)
        .bind("limit", limit)
        .map(HandWrittenMappers.MOVIE)
        .list();
  }

  @Override
  public List<Movie> afterTitle(String title, long id, int limit) {
    return handle
        .createQuery(AFTER_TITLE)
        .bind("title", title)
        .bind("id", id)
        .bind("limit", limit)
        .map(HandWrittenMappers.MOVIE)
        .list();
  }
}
