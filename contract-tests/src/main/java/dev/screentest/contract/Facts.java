package dev.screentest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;

/**
 * Graphs as text, one fact a line, so that a comparison shows what differs. Relations are walked in
 * the order in which they come. One that was not loaded says so: read facts after the unit of work,
 * since inside it a framework may load.
 */
final class Facts {

  private final StringBuilder text = new StringBuilder();

  private Facts() {}

  /** Asserts on the facts of a movie. */
  static AbstractStringAssert<?> assertThatMovie(Movie movie) {
    return assertThatMovies(List.of(movie));
  }

  /** Asserts on the facts of movies. */
  static AbstractStringAssert<?> assertThatMovies(Collection<Movie> movies) {
    return assertThat(ofMovies(movies)).as("facts of movies");
  }

  /** Asserts on the facts of an actor. */
  static AbstractStringAssert<?> assertThatActor(Actor actor) {
    return assertThatActors(List.of(actor));
  }

  /** Asserts on the facts of actors. */
  static AbstractStringAssert<?> assertThatActors(Collection<Actor> actors) {
    return assertThat(ofActors(actors)).as("facts of actors");
  }

  static String ofMovies(Collection<Movie> movies) {
    Facts facts = new Facts();
    movies.forEach(facts::movie);
    return facts.text.toString();
  }

  static String ofActors(Collection<Actor> actors) {
    Facts facts = new Facts();
    actors.forEach(actor -> facts.actor("", actor));
    return facts.text.toString();
  }

  private void movie(Movie movie) {
    line("movie " + movie.getId(), quoted(movie.getTitle()), movie.getReleaseDate());
    List<Actor> cast = loaded(movie.getActors(), "Movie.actors");
    if (cast == null) {
      line("  cast not loaded");
    } else {
      cast.forEach(actor -> actor("  ", actor));
    }
  }

  private void actor(String indent, Actor actor) {
    line(indent + "actor " + actor.getId(), quoted(actor.getName()), actor.getBirthday());
    Stuntman stuntman = actor.getStuntman();
    if (stuntman != null) {
      line(
          indent + "  stuntman " + stuntman.getId(),
          quoted(stuntman.getName()),
          stuntman.isActive() ? "active" : "inactive");
      if (stuntman.getActor() != actor) {
        line(indent + "    who believes to belong to " + stuntman.getActor());
      }
    }
    List<ContactDetails> all = loaded(actor.getContactDetails(), "Actor.contactDetails");
    if (all == null) {
      line(indent + "  contact details not loaded");
      return;
    }
    for (ContactDetails details : all) {
      line(
          indent + "  contact " + details.getId(),
          quoted(details.getPhoneNumber()),
          quoted(details.getAddress()));
      if (details.getActor() != actor) {
        line(indent + "    which believe to belong to " + details.getActor());
      }
    }
  }

  /** Returns the elements, or null if the relation says by an exception that it was not loaded. */
  private static <E> @Nullable List<E> loaded(Set<E> relation, String name) {
    try {
      return List.copyOf(relation);
    } catch (RuntimeException failure) {
      if (names(failure, name)) {
        return null;
      }
      throw failure;
    }
  }

  /** Returns whether an exception's message names a relation. */
  static boolean names(Throwable failure, String relation) {
    String message = failure.getMessage();
    return message != null && message.contains(relation);
  }

  private void line(@Nullable Object... parts) {
    for (int i = 0; i < parts.length; i++) {
      text.append(i == 0 ? "" : " ").append(parts[i]);
    }
    text.append('\n');
  }

  private static String quoted(@Nullable String value) {
    return value == null ? "null" : "'" + value + "'";
  }
}
