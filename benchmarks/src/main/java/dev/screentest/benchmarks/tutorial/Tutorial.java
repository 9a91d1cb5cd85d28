package dev.screentest.benchmarks.tutorial;

import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitOfWork;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Stores the tutorial's movies and prints what the tutorial's query script prints. */
public final class Tutorial {

  private Tutorial() {}

  /** Plays the tutorial on a store whose tables are empty, and returns what it prints. */
  public static String play(MovieStore store) {
    store.write(
        work -> {
          List<Movie> movies = TutorialData.movies();
          movies.forEach(work::save);
          return movies;
        });
    return store.read(Tutorial::queries);
  }

  private static String queries(UnitOfWork work) {
    return section(
            "All movies",
            work.allMovies().stream()
                .map(movie -> movie.getTitle() + " was released on " + movie.getReleaseDate()))
        + section(
            "Recent movies",
            work.moviesReleasedAfter(LocalDate.of(2015, 1, 1)).stream()
                .map(movie -> movie.getTitle() + " was released after 2015"))
        + section(
            "Dwayne Johnson movies",
            inOrderOfRelease(work.moviesStarring("Dwayne Johnson"))
                .map(movie -> "The Rock starred in " + movie.getTitle()))
        + section(
            "Actors that live in Glendale",
            work.actorsLivingIn("Glendale").stream()
                .map(actor -> actor.getName() + " has a house in Glendale"))
        + "\n";
  }

  /** The tutorial asks for no order, and shows this one. */
  private static Stream<Movie> inOrderOfRelease(List<Movie> movies) {
    return movies.stream()
        .sorted(
            Comparator.comparing(
                Movie::getReleaseDate, Comparator.nullsLast(Comparator.naturalOrder())));
  }

  private static String section(String title, Stream<String> lines) {
    StringBuilder section = new StringBuilder("\n### " + title + ":\n");
    lines.forEach(line -> section.append(line).append('\n'));
    return section.toString();
  }
}
