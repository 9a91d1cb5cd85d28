package dev.screentest.domain.spi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.Relations;
import dev.screentest.domain.Stuntman;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the state of a detached graph over its stored copy, in memory; saving the copy then writes
 * what differs. For frameworks that have no merge of their own. The argument is only read.
 */
public final class GraphMerge {

  private final StoredGraphs graphs;

  /** The stored copies by id, and the copies of new actors by the object they were copied from. */
  private final Map<Long, Actor> storedActors = new HashMap<>();

  private final IdentityHashMap<Actor, Actor> newActors = new IdentityHashMap<>();

  private GraphMerge(StoredGraphs graphs) {
    this.graphs = graphs;
  }

  /**
   * Returns the stored copy of a detached movie, changed to the same state and still to be saved.
   *
   * @throws NotFoundException if a row that the argument names is not there
   */
  public static Movie merge(Movie detached, StoredGraphs graphs) {
    return new GraphMerge(graphs).movie(detached);
  }

  /** Returns the stored copy of a detached actor, as {@link #merge(Movie, StoredGraphs)} does. */
  public static Actor merge(Actor detached, StoredGraphs graphs) {
    GraphMerge merge = new GraphMerge(graphs);
    merge.load(List.of(detached));
    return merge.actor(detached);
  }

  private Movie movie(Movie detached) {
    boolean castLoaded = Relations.isLoaded(detached.getActors());
    Movie copy =
        found(
            castLoaded
                ? graphs.movieWithCast(id(detached.getId()))
                : graphs.movie(id(detached.getId())),
            detached);
    copy.setTitle(detached.getTitle());
    copy.setReleaseDate(detached.getReleaseDate());
    if (castLoaded) {
      copy.getActors().forEach(actor -> storedActors.put(id(actor.getId()), actor));
      load(detached.getActors());
      List<Actor> cast = new ArrayList<>();
      detached.getActors().forEach(actor -> cast.add(actor(actor)));
      for (Actor actor : List.copyOf(copy.getActors())) {
        if (!cast.contains(actor)) {
          copy.removeActor(actor);
        }
      }
      cast.forEach(copy::addActor);
    }
    return copy;
  }

  /** Loads the actors that have an id and are not there yet, all by one question. */
  private void load(Iterable<Actor> detached) {
    List<Long> missing = new ArrayList<>();
    for (Actor actor : detached) {
      Long id = actor.getId();
      if (id != null && !storedActors.containsKey(id)) {
        missing.add(id);
      }
    }
    if (!missing.isEmpty()) {
      graphs.actors(missing).forEach(actor -> storedActors.put(id(actor.getId()), actor));
    }
  }

  private Actor actor(Actor detached) {
    Long id = detached.getId();
    Actor copy =
        id == null
            ? newActors.computeIfAbsent(detached, actor -> new Actor())
            : found(Optional.ofNullable(storedActors.get(id)), detached);
    copy.setName(detached.getName());
    copy.setBirthday(detached.getBirthday());
    stuntman(detached.getStuntman(), copy);
    if (Relations.isLoaded(detached.getContactDetails())) {
      contactDetails(detached, copy);
    }
    return copy;
  }

  private static void stuntman(@Nullable Stuntman detached, Actor copy) {
    if (detached == null) {
      copy.setStuntman(null);
      return;
    }
    Stuntman stored = copy.getStuntman();
    if (detached.getId() == null) {
      copy.setStuntman(new Stuntman(detached.getName(), detached.isActive()));
    } else if (stored != null && detached.getId().equals(stored.getId())) {
      stored.setName(detached.getName());
      stored.setActive(detached.isActive());
    } else {
      throw notFound(detached + " of " + copy);
    }
  }

  private static void contactDetails(Actor detached, Actor copy) {
    Map<Long, ContactDetails> stored = new HashMap<>();
    copy.getContactDetails().forEach(details -> stored.put(id(details.getId()), details));
    List<ContactDetails> added = new ArrayList<>();
    for (ContactDetails details : detached.getContactDetails()) {
      if (details.getId() == null) {
        added.add(new ContactDetails(details.getPhoneNumber(), details.getAddress()));
        continue;
      }
      ContactDetails same = stored.remove(details.getId());
      if (same == null) {
        throw notFound(details + " of " + copy);
      }
      same.setPhoneNumber(details.getPhoneNumber());
      same.setAddress(details.getAddress());
    }
    stored.values().forEach(copy::removeContactDetails);
    added.forEach(copy::addContactDetails);
  }

  private static <E> E found(Optional<E> stored, Object detached) {
    return stored.orElseThrow(() -> notFound(detached.toString()));
  }

  private static NotFoundException notFound(String what) {
    return new NotFoundException("merge: there is no row for " + what + "; save it as a new one");
  }

  private static long id(@Nullable Long id) {
    if (id == null) {
      throw new IllegalStateException("an object that was stored has no id");
    }
    return id;
  }
}
