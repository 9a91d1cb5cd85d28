package dev.screentest.benchmarks.workload;

import dev.screentest.domain.CastList;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.MovieSummary;
import dev.screentest.testbed.data.ActorFacts;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.MovieFacts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answers to the contract's questions, computed from the catalogue without any database. Not
 * thread-safe.
 */
final class Answers {

  /** The order of {@code COLLATE "C"}, which in UTF-8 is that of code points. */
  private static final Comparator<String> CODE_POINTS =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  private final Catalogue catalogue;
  private @Nullable List<String> distinctTitles;
  private @Nullable List<MovieFacts> byTitle;
  private @Nullable List<LocalDate> newestReleases;

  Answers(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** Returns how many movies and actors there are. */
  long facts() {
    return catalogue.movies() + catalogue.actors();
  }

  long movies() {
    return catalogue.movies();
  }

  long actors() {
    return catalogue.actors();
  }

  private Stream<MovieFacts> allMovies() {
    return LongStream.rangeClosed(1, catalogue.movies()).mapToObj(catalogue::movie);
  }

  private LongStream range(IdRange ids) {
    return LongStream.rangeClosed(ids.first(), Math.min(ids.last(), catalogue.movies()));
  }

  boolean existsTitled(String title) {
    return allMovies().anyMatch(movie -> movie.title().equals(title));
  }

  List<String> distinctTitles() {
    List<String> titles = distinctTitles;
    if (titles == null) {
      titles = allMovies().map(MovieFacts::title).distinct().sorted(CODE_POINTS).toList();
      distinctTitles = titles;
    }
    return titles;
  }

  List<MovieFacts> releasedAfter(LocalDate day) {
    return allMovies().filter(releasedAfterDay(day)).toList();
  }

  Optional<MovieFacts> firstReleasedAfter(LocalDate day) {
    return allMovies()
        .filter(releasedAfterDay(day))
        .min(Comparator.comparing(Answers::releaseDate).thenComparing(MovieFacts::id));
  }

  private static Predicate<MovieFacts> releasedAfterDay(LocalDate day) {
    return movie -> movie.releaseDate() != null && movie.releaseDate().isAfter(day);
  }

  private static LocalDate releaseDate(MovieFacts movie) {
    return Objects.requireNonNull(movie.releaseDate());
  }

  /** Returns the days on which movies were released, the newest first, at most so many. */
  List<LocalDate> newestReleases(int most) {
    if (newestReleases == null) {
      newestReleases =
          allMovies()
              .filter(movie -> movie.releaseDate() != null)
              .map(Answers::releaseDate)
              .sorted(Comparator.reverseOrder())
              .toList();
    }
    return newestReleases.subList(0, Math.min(most, newestReleases.size()));
  }

  List<ActorFacts> livingIn(String fragment) {
    String folded = fold(fragment);
    return LongStream.rangeClosed(1, catalogue.actors())
        .mapToObj(catalogue::actor)
        .filter(
            actor ->
                Objects.requireNonNull(actor.contactDetails()).stream()
                    .anyMatch(contact -> fold(contact.address()).contains(folded)))
        .map(actor -> catalogue.actor(actor.id(), FetchDepth.ACTORS))
        .toList();
  }

  List<MovieFacts> search(MovieSearch form) {
    return allMovies()
        .filter(movie -> isTitled(form.titleFragment(), movie))
        .filter(
            movie ->
                form.releasedAfter() == null || releasedAfterDay(form.releasedAfter()).test(movie))
        .filter(movie -> form.actorName() == null || plays(form.actorName(), movie.id()))
        .toList();
  }

  private static boolean isTitled(@Nullable String fragment, MovieFacts movie) {
    return fragment == null || fold(movie.title()).contains(fold(fragment));
  }

  private boolean plays(String name, long movieId) {
    return catalogue.cast(movieId).stream()
        .anyMatch(actor -> catalogue.actor(actor).name().equals(name));
  }

  /** Folds what every implementation must fold: ASCII letters, and no others. */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return folded.toString();
  }

  /** Returns the movies by title, then id. */
  List<MovieFacts> byTitle() {
    if (byTitle == null) {
      byTitle =
          allMovies()
              .sorted(
                  Comparator.comparing(MovieFacts::title, CODE_POINTS)
                      .thenComparing(MovieFacts::id))
              .toList();
    }
    return byTitle;
  }

  List<MovieCredit> credits(IdRange ids) {
    return range(ids)
        .boxed()
        .flatMap(
            id ->
                catalogue.cast(id).stream()
                    .map(
                        actor ->
                            new MovieCredit(
                                catalogue.movie(id).title(), catalogue.actor(actor).name())))
        .toList();
  }

  List<MovieSummary> summaries(IdRange ids) {
    return range(ids)
        .mapToObj(catalogue::movie)
        .map(
            movie ->
                new MovieSummary(
                    movie.id(),
                    movie.title(),
                    movie.releaseDate(),
                    catalogue.cast(movie.id()).size()))
        .toList();
  }

  List<CastList> castLists(IdRange ids) {
    return range(ids)
        .mapToObj(catalogue::movie)
        .map(
            movie ->
                new CastList(
                    movie.id(),
                    movie.title(),
                    catalogue.cast(movie.id()).stream()
                        .map(actor -> new CastList.Member(actor, catalogue.actor(actor).name()))
                        .toList()))
        .toList();
  }

  /** Returns how many different actors play in movies of a range. */
  long distinctActors(IdRange ids) {
    return range(ids).boxed().flatMap(id -> catalogue.cast(id).stream()).distinct().count();
  }
}
