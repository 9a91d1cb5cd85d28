package dev.screentest.benchmarks.workload;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.testbed.data.ActorFacts;
import dev.screentest.testbed.data.Contents;
import dev.screentest.testbed.data.MovieFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Movies that are not stored yet; the one of a number is always the same. */
final class NewMovies {

  private static final LocalDate PREMIERE = LocalDate.of(2026, 1, 1);
  private static final LocalDate BIRTHDAY = LocalDate.of(1970, 1, 1);
  private static final int DAYS = 365;
  private static final int ACTORS = 3;

  private NewMovies() {}

  /** Makes movies with an empty cast. */
  static List<Movie> alone(int firstNumber, int count) {
    return IntStream.range(firstNumber, firstNumber + count).mapToObj(NewMovies::alone).toList();
  }

  private static Movie alone(int number) {
    return new Movie("New Movie " + number, PREMIERE.plusDays(number % DAYS));
  }

  /** Makes a movie with three actors, each with a stuntman and two contact details. */
  static Movie withCast(int number) {
    Movie movie = alone(number);
    for (int i = 1; i <= ACTORS; i++) {
      String name = "New Actor " + number + "." + i;
      Actor actor = new Actor(name, BIRTHDAY.plusDays(number % DAYS));
      actor.setStuntman(new Stuntman("Double of " + name, i != ACTORS));
      actor.addContactDetails(new ContactDetails("555 " + number + " " + i, "Glendale, CA"));
      actor.addContactDetails(new ContactDetails("556 " + number + " " + i, "Burbank, CA"));
      movie.addActor(actor);
    }
    return movie;
  }

  /** Returns the contents of a database once these movies were added to it. */
  static Contents added(Contents initial, List<Movie> saved) {
    List<Contents.MovieRow> movies = new ArrayList<>(initial.movies());
    List<ActorFacts> actors = new ArrayList<>(initial.actors());
    for (Movie movie : saved) {
      MovieFacts facts = MovieFacts.of(movie, FetchDepth.MOVIES);
      List<ActorFacts> cast =
          movie.getActors().stream()
              .map(actor -> ActorFacts.of(actor, FetchDepth.CONTACT_DETAILS))
              .toList();
      movies.add(
          new Contents.MovieRow(
              facts.id(),
              facts.title(),
              facts.releaseDate(),
              cast.stream().map(ActorFacts::id).sorted().toList()));
      actors.addAll(cast);
    }
    movies.sort(Comparator.comparingLong(Contents.MovieRow::id));
    actors.sort(Comparator.comparingLong(ActorFacts::id));
    return new Contents(movies, actors);
  }
}
