package dev.screentest.contract;

import dev.screentest.domain.Movie;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the units of a store share of movies. Thread-safe. Not final, so that a sabotaged one can do
 * one thing otherwise.
 */
class MovieCache {

  private final Map<Long, Movie> movies = new ConcurrentHashMap<>();

  Optional<Movie> find(long id) {
    return Optional.ofNullable(movies.get(id)).map(this::copy);
  }

  void put(Movie movie) {
    movies.put(Rules.id(movie), copy(movie));
  }

  /** Returns an object of its own for whoever asks. */
  Movie copy(Movie movie) {
    return new Movie(Rules.id(movie), movie.getTitle(), movie.getReleaseDate());
  }

  /** Is told of a commit of changes. */
  void committed() {
    movies.clear();
  }

  /** Is told of a rollback of changes. */
  void rolledBack() {
    movies.clear();
  }

  /** Returns whether a unit may put in what it has read after it has changed something. */
  boolean takesWhatIsNotCommitted() {
    return false;
  }

  void evict() {
    movies.clear();
  }
}
