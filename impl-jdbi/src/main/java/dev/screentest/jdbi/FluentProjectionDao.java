package dev.screentest.jdbi;

import dev.screentest.domain.CastList;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieSummary;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** {@link ProjectionDao} by the fluent API. */
record FluentProjectionDao(Handle handle) implements ProjectionDao {

  @Override
  public List<MovieCredit> credits(long first, long last) {
    return handle
        .createQuery(CREDITS)
        .bind("first", first)
        .bind("last", last)
        .map(HandWrittenMappers.MOVIE_CREDIT)
        .list();
  }

  @Override
  public List<MovieSummary> summaries(long first, long last) {
    return handle
        .createQuery(SUMMARIES)
        .bind("first", first)
        .bind("last", last)
        .map(HandWrittenMappers.MOVIE_SUMMARY)
        .list();
  }

  @Override
  public List<CastList> castLists(long first, long last) {
    return handle
        .createQuery(CAST_LISTS)
        .bind("first", first)
        .bind("last", last)
        .scanResultSet(new CastListScanner());
  }
}
