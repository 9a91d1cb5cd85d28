package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.DefinedAttributeTemplateEngine;
import org.jdbi.v3.core.statement.TemplateEngine;

/** {@link MovieSearchDao} by the fluent API. */
record FluentMovieSearchDao(Handle handle) implements MovieSearchDao {

  /** One for all searches, since Jdbi finds a template that it knows by its engine and its text. */
  private static final TemplateEngine FRAGMENTS = new DefinedAttributeTemplateEngine();

  @Override
  public boolean existsTitled(String title) {
    return handle
        .createQuery(EXISTS_TITLED)
        .bind("title", title)
        .map((row, context) -> row.getBoolean(1))
        .one();
  }

  @Override
  public List<Movie> releasedAfter(LocalDate day) {
    return handle.createQuery(RELEASED_AFTER).bind("day", day).map(HandWrittenMappers.MOVIE).list();
  }

  @Override
  public Optional<Movie> firstReleasedAfter(LocalDate day) {
    return handle
        .createQuery(FIRST_RELEASED_AFTER)
        .bind("day", day)
        .map(HandWrittenMappers.MOVIE)
        .findOne();
  }

  @Override
  public List<Movie> starring(String actorName) {
    return handle
        .createQuery(STARRING)
        .bind("actorName", actorName)
        .map(HandWrittenMappers.MOVIE)
        .list();
  }

  @Override
  public List<Movie> search(String where, Map<String, Object> values) {
    return handle
        .createQuery(SEARCH)
        .setTemplateEngine(FRAGMENTS)
        .define("where", where)
        .bindMap(values)
        .map(HandWrittenMappers.MOVIE)
        .list();
  }
}
