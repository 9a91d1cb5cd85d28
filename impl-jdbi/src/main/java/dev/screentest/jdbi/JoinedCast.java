package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowView;

/**
 * What a join of movies with their casts has brought so far: each row of a table is one object, in
 * however many rows of the join it comes and to however many movies an actor belongs.
 */
final class JoinedCast {

  private final boolean withContactDetails;
  private final Map<Long, Movie> movies = new LinkedHashMap<>();
  private final Map<Long, Actor> actors = new HashMap<>();
  private final Set<Long> contactDetails = new HashSet<>();

  JoinedCast(boolean withContactDetails) {
    this.withContactDetails = withContactDetails;
  }

  void add(RowView row) {
    Movie movie = movies.computeIfAbsent(row.getColumn("m_id", Long.class), id -> newMovie(row));
    Long actorId = row.getColumn("a_id", Long.class);
    if (actorId == null) {
      return;
    }
    Actor actor = actors.computeIfAbsent(actorId, id -> newActor(row));
    movie.addActor(actor);
    if (withContactDetails) {
      addContactDetails(row, actor);
    }
  }

  private static Movie newMovie(RowView row) {
    Movie movie = row.getRow(Movie.class);
    movie.setActors(new LinkedHashSet<>());
    return movie;
  }

  private Actor newActor(RowView row) {
    Actor actor = row.getRow(Actor.class);
    if (withContactDetails) {
      actor.setContactDetails(new LinkedHashSet<>());
    }
    return actor;
  }

  private void addContactDetails(RowView row, Actor actor) {
    Long detailsId = row.getColumn("c_id", Long.class);
    if (detailsId != null && contactDetails.add(detailsId)) {
      row.getRow(ContactDetails.class).setActor(actor);
    }
  }

  /** Returns the movies in the order in which they came. */
  Stream<Movie> movies() {
    return movies.values().stream();
  }
}
