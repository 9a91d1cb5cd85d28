package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link GraphDao} by the fluent API, each join scanned row by row. */
record FluentGraphDao(Handle handle) implements GraphDao {

  @Override
  public Optional<Actor> actorWithContactDetails(long id) {
    return handle
        .createQuery(ACTOR_WITH_CONTACT_DETAILS)
        .bind("id", id)
        .scanResultSet(new ContactDetailsScanner())
        .stream()
        .findFirst();
  }

  @Override
  public List<Actor> actorsWithContactDetails(List<Long> ids) {
    return handle
        .createQuery(ACTORS_WITH_CONTACT_DETAILS)
        .bindArray("ids", Long.class, ids)
        .scanResultSet(new ContactDetailsScanner());
  }

  @Override
  public List<Movie> moviesWithCast(long first, long last) {
    return handle
        .createQuery(MOVIES_WITH_CAST)
        .bind("first", first)
        .bind("last", last)
        .scanResultSet(new CastScanner(false));
  }

  @Override
  public List<Movie> moviesWithCastAndContactDetails(long first, long last) {
    return handle
        .createQuery(MOVIES_WITH_CAST_AND_CONTACT_DETAILS)
        .bind("first", first)
        .bind("last", last)
        .scanResultSet(new CastScanner(true));
  }

  @Override
  public Optional<Movie> movieWithCastAndContactDetails(long id) {
    return handle
        .createQuery(MOVIE_WITH_CAST_AND_CONTACT_DETAILS)
        .bind("id", id)
        .scanResultSet(new CastScanner(true))
        .stream()
        .findFirst();
  }
}
