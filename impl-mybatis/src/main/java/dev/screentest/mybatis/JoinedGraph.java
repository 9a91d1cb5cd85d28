package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import dev.screentest.mybatis.CastRowMapper.JoinedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A graph that grows by the rows of a join, which come ordered by movie, actor, then contact
 * details.
 */
final class JoinedGraph {

  private final boolean withContactDetails;
  private final List<Movie> movies = new ArrayList<>();
  private final Map<Long, Actor> actors = new HashMap<>();

  private @Nullable Movie movie;
  private @Nullable Actor actor;
  private long movieId;
  private long actorId;

  /** Whether the actor was complete before: another movie's rows have brought its details. */
  private boolean actorComplete;

  JoinedGraph(boolean withContactDetails) {
    this.withContactDetails = withContactDetails;
  }

  List<Movie> movies() {
    return movies;
  }

  void add(JoinedRow row) {
    Movie ofRow = movie(row);
    Long id = row.actorId();
    if (id == null) {
      return;
    }
    Actor player = actor(ofRow, id, row);
    if (!actorComplete && row.contactId() != null) {
      player.addContactDetails(row.contactDetails());
    }
  }

  private Movie movie(JoinedRow row) {
    if (movie == null || movieId != row.movieId()) {
      movie = row.movie();
      movieId = row.movieId();
      movie.setActors(new LinkedHashSet<>());
      movies.add(movie);
      actor = null;
    }
    return movie;
  }

  private Actor actor(Movie ofRow, long id, JoinedRow row) {
    if (actor == null || actorId != id) {
      Actor known = actors.get(id);
      actorComplete = known != null;
      actor = known == null ? newActor(row) : known;
      actorId = id;
      actors.put(id, actor);
      ofRow.getActors().add(actor);
    }
    return actor;
  }

  private Actor newActor(JoinedRow row) {
    Actor made = row.actor();
    if (withContactDetails) {
      made.setContactDetails(new LinkedHashSet<>());
    }
    return made;
  }
}
