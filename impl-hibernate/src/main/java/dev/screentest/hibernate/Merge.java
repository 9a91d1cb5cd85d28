package dev.screentest.hibernate;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.Stuntman;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@link Session#merge}.
 *
 * <p>That method leaves alone what a detached graph has not loaded, if the graph was Hibernate's:
 * it knows its own lazy sets. The contract's sets that are not loaded it would read, and those
 * throw. So a copy of the graph is merged in which they are replaced by the stored objects' own
 * sets, which changes nothing there. The stored objects are read first, all actors by one
 * statement, where the cascade would read each actor that is new in a cast by one of its own.
 */
final class Merge {

  private final Session session;
  private final SessionUnit unit;
  private final Map<Long, Actor> storedActors = new HashMap<>();

  Merge(Session session, SessionUnit unit) {
    this.session = session;
    this.unit = unit;
  }

  Movie movie(Movie detached) {
    boolean castLoaded = unit.isLoaded(detached.getActors());
    long id = id(detached.getId());
    Movie stored =
        found((castLoaded ? unit.movieWithCast(id) : unit.findMovie(id)).orElse(null), detached);
    Movie copy = new Movie(id, detached.getTitle(), detached.getReleaseDate());
    if (castLoaded) {
      stored.getActors().forEach(this::keep);
      readActors(detached.getActors());
      copy.setActors(new LinkedHashSet<>());
      detached.getActors().forEach(actor -> copy.getActors().add(copy(actor)));
    } else {
      copy.setActors(stored.getActors());
    }
    return session.merge(copy);
  }

  Actor actor(Actor detached) {
    readActors(Set.of(detached));
    return session.merge(copy(detached));
  }

  private void readActors(Set<Actor> detached) {
    List<Long> ids =
        detached.stream()
            .map(Actor::getId)
            .filter(id -> id != null && !storedActors.containsKey(id))
            .toList();
    if (!ids.isEmpty()) {
      unit.actorsWithContactDetails(ids).forEach(this::keep);
    }
  }

  private void keep(Actor stored) {
    storedActors.put(id(stored.getId()), stored);
  }

  private Actor copy(Actor detached) {
    Long id = detached.getId();
    Actor copy;
    if (id == null) {
      copy = new Actor(detached.getName(), detached.getBirthday());
    } else {
      Actor stored = found(storedActors.get(id), detached);
      copy = new Actor(id, detached.getName(), detached.getBirthday());
      copy.setMovies(stored.getMovies());
      copy.setContactDetails(stored.getContactDetails());
    }
    Stuntman stuntman = detached.getStuntman();
    if (stuntman != null) {
      copy.setStuntman(copy(stuntman));
    }
    if (unit.isLoaded(detached.getContactDetails())) {
      copy.setContactDetails(new LinkedHashSet<>());
      detached.getContactDetails().forEach(details -> copy.addContactDetails(copy(details)));
    }
    return copy;
  }

  private static Stuntman copy(Stuntman detached) {
    Stuntman copy = new Stuntman(detached.getName(), detached.isActive());
    copy.setId(detached.getId());
    return copy;
  }

  private static ContactDetails copy(ContactDetails detached) {
    ContactDetails copy = new ContactDetails(detached.getPhoneNumber(), detached.getAddress());
    copy.setId(detached.getId());
    return copy;
  }

  private static long id(@Nullable Long id) {
    if (id == null) {
      throw new IllegalStateException("an object that is stored has no id");
    }
    return id;
  }

  private static <E> E found(@Nullable E stored, Object detached) {
    if (stored == null) {
      throw new NotFoundException(
          "merge: there is no row for " + detached + "; save it as a new one");
    }
    return stored;
  }
}
