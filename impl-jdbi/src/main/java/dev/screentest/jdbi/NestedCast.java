package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowView;

/**
 * What rows with nested casts have brought so far: an actor is one object in however many casts.
 */
final class NestedCast {

  private final List<Movie> movies = new ArrayList<>();
  private final Map<Long, Actor> actors = new HashMap<>();

  void add(RowView row) {
    Movie movie = row.getRow(Movie.class);
    movie.setActors(new LinkedHashSet<>());
    for (ActorJson json : row.getColumn("actors", JsonCastMapper.CAST)) {
      movie.addActor(actors.computeIfAbsent(json.id(), id -> json.toActor()));
    }
    movies.add(movie);
  }

  Stream<Movie> movies() {
    return movies.stream();
  }
}
