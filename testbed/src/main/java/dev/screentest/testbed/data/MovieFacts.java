package dev.screentest.testbed.data;

import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.Movie;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a movie is, as values to compare.
 *
 * @param cast in the order of the movie's set; null where it is not to be compared
 */
public record MovieFacts(
    long id, String title, @Nullable LocalDate releaseDate, @Nullable List<ActorFacts> cast) {

  /** Returns the facts of a stored movie, as deep as told. */
  public static MovieFacts of(Movie movie, FetchDepth depth) {
    return new MovieFacts(
        Ids.of(movie, movie.getId()),
        movie.getTitle(),
        movie.getReleaseDate(),
        depth == FetchDepth.MOVIES
            ? null
            : movie.getActors().stream().map(actor -> ActorFacts.of(actor, depth)).toList());
  }

  /** Returns the facts of stored movies, in their order. */
  public static List<MovieFacts> of(List<Movie> movies, FetchDepth depth) {
    return movies.stream().map(movie -> of(movie, depth)).toList();
  }
}
