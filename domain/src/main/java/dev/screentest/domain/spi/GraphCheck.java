package dev.screentest.domain.spi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.Values;
import org.jspecify.annotations.Nullable;

/** Checks every value of a detached graph, as far as it is loaded, before it is merged. */
final class GraphCheck {

  private GraphCheck() {}

  static void movie(Movie movie, UnitSession session) {
    requireId(movie.getId(), movie);
    Values.text("merge: Movie.title", movie.getTitle());
    Values.date("merge: Movie.releaseDate", movie.getReleaseDate());
    if (session.isLoaded(movie.getActors())) {
      movie.getActors().forEach(actor -> values(actor, session));
    }
  }

  static void actor(Actor actor, UnitSession session) {
    requireId(actor.getId(), actor);
    values(actor, session);
  }

  private static void values(Actor actor, UnitSession session) {
    Values.text("merge: Actor.name", actor.getName());
    Values.date("merge: Actor.birthday", actor.getBirthday());
    Stuntman stuntman = actor.getStuntman();
    if (stuntman != null) {
      Values.text("merge: Stuntman.name", stuntman.getName());
    }
    if (session.isLoaded(actor.getContactDetails())) {
      for (ContactDetails details : actor.getContactDetails()) {
        Values.text("merge: ContactDetails.phoneNumber", details.getPhoneNumber());
        Values.text("merge: ContactDetails.address", details.getAddress());
      }
    }
  }

  private static void requireId(@Nullable Long id, Object entity) {
    if (id == null) {
      throw new InvalidArgumentException("merge: " + entity + " is new; save it instead");
    }
  }
}
