package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What rows with nested casts have brought so far: an actor is one object in however many casts.
 */
final class NestedCast {

  private final List<Movie> movies = new ArrayList<>();
  private final Map<Long, Actor> actors = new HashMap<>();

  void add(Movie movie, List<ActorJson> cast) {
    movie.setActors(new LinkedHashSet<>());
    for (ActorJson json : cast) {
      movie.addActor(actors.computeIfAbsent(json.id(), id -> json.toActor()));
    }
    movies.add(movie);
  }

  Stream<Movie> movies() {
    return movies.stream();
  }
}
