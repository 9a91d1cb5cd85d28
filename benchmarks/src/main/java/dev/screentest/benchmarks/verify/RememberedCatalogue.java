package dev.screentest.benchmarks.verify;

import dev.screentest.testbed.data.ActorFacts;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.MovieFacts;
import java.util.List;
import java.util.stream.LongStream;

/** A catalogue that was generated once, since every contestant is asked the same questions. */
final class RememberedCatalogue implements Catalogue {

  /** More than so many movies are generated each time instead, to spare memory. */
  private static final long MOST_MOVIES = 50_000;

  private final List<MovieFacts> movies;
  private final List<List<Long>> casts;
  private final List<ActorFacts> actors;

  private RememberedCatalogue(Catalogue catalogue) {
    movies = LongStream.rangeClosed(1, catalogue.movies()).mapToObj(catalogue::movie).toList();
    casts = LongStream.rangeClosed(1, catalogue.movies()).mapToObj(catalogue::cast).toList();
    actors = LongStream.rangeClosed(1, catalogue.actors()).mapToObj(catalogue::actor).toList();
  }

  /** Remembers a catalogue, or returns it as it is where it is too large for that. */
  static Catalogue of(Catalogue catalogue) {
    return catalogue.movies() > MOST_MOVIES ? catalogue : new RememberedCatalogue(catalogue);
  }

  @Override
  public long movies() {
    return movies.size();
  }

  @Override
  public long actors() {
    return actors.size();
  }

  @Override
  public MovieFacts movie(long id) {
    return movies.get((int) id - 1);
  }

  @Override
  public ActorFacts actor(long id) {
    return actors.get((int) id - 1);
  }

  @Override
  public List<Long> cast(long movieId) {
    return casts.get((int) movieId - 1);
  }
}
