package dev.screentest.domain.spi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.Stuntman;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the state of a detached graph over its stored copy, in memory; saving the copy then writes
 * what differs. For frameworks that have no merge of their own. The argument is only read. Contact
 * details and stuntmen may have moved from one actor of the graph to another.
 */
public final class GraphMerge {

  private final StoredGraphs graphs;

  /** The stored copies by id. */
  private final Map<Long, Actor> actors = new HashMap<>();

  private final Map<Long, Stuntman> stuntmen = new HashMap<>();
  private final Map<Long, ContactDetails> contactDetails = new HashMap<>();

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
    long id = id(detached.getId());
    boolean castLoaded = graphs.isLoaded(detached.getActors());
    Movie copy =
        found((castLoaded ? graphs.movieWithCast(id) : graphs.movie(id)).orElse(null), detached);
    copy.setTitle(detached.getTitle());
    copy.setReleaseDate(detached.getReleaseDate());
    if (castLoaded) {
      copy.getActors().forEach(this::keep);
      load(detached.getActors());
      Set<Actor> cast = new LinkedHashSet<>();
      detached.getActors().forEach(actor -> cast.add(actor(actor)));
      without(copy.getActors(), cast).forEach(copy::removeActor);
      cast.forEach(copy::addActor);
    }
    return copy;
  }

  /** Loads the actors that have an id and are not there yet, all by one question. */
  private void load(Iterable<Actor> detached) {
    Set<Long> missing = new LinkedHashSet<>();
    for (Actor actor : detached) {
      Long id = actor.getId();
      if (id != null && !actors.containsKey(id)) {
        missing.add(id);
      }
    }
    if (missing.size() == 1) {
      graphs.actor(missing.iterator().next()).ifPresent(this::keep);
    } else if (!missing.isEmpty()) {
      graphs.actors(missing).forEach(this::keep);
    }
  }

  private void keep(Actor stored) {
    actors.put(id(stored.getId()), stored);
    Stuntman stuntman = stored.getStuntman();
    if (stuntman != null) {
      stuntmen.put(id(stuntman.getId()), stuntman);
    }
    for (ContactDetails details : stored.getContactDetails()) {
      contactDetails.put(id(details.getId()), details);
    }
  }

  private Actor actor(Actor detached) {
    Long id = detached.getId();
    Actor copy = id == null ? new Actor() : found(actors.get(id), detached);
    copy.setName(detached.getName());
    copy.setBirthday(detached.getBirthday());
    Stuntman stuntman = detached.getStuntman();
    copy.setStuntman(stuntman == null ? null : stuntman(stuntman));
    if (graphs.isLoaded(detached.getContactDetails())) {
      Set<ContactDetails> kept = new LinkedHashSet<>();
      detached.getContactDetails().forEach(details -> kept.add(details(details)));
      without(copy.getContactDetails(), kept).forEach(copy::removeContactDetails);
      kept.forEach(copy::addContactDetails);
    }
    return copy;
  }

  private Stuntman stuntman(Stuntman detached) {
    Long id = detached.getId();
    Stuntman copy = id == null ? new Stuntman() : found(stuntmen.get(id), detached);
    copy.setName(detached.getName());
    copy.setActive(detached.isActive());
    return copy;
  }

  private ContactDetails details(ContactDetails detached) {
    Long id = detached.getId();
    ContactDetails copy =
        id == null ? new ContactDetails() : found(contactDetails.get(id), detached);
    copy.setPhoneNumber(detached.getPhoneNumber());
    copy.setAddress(detached.getAddress());
    return copy;
  }

  /** Returns the elements of a relation that are not among those to keep. */
  private static <E> List<E> without(Set<E> relation, Set<E> kept) {
    List<E> lost = new ArrayList<>();
    for (E element : relation) {
      if (!kept.contains(element)) {
        lost.add(element);
      }
    }
    return lost;
  }

  private static <E> E found(@Nullable E stored, Object detached) {
    if (stored == null) {
      throw new NotFoundException(
          "merge: there is no row for "
              + detached
              + ", or it belongs to an actor that the graph lacks; save it as a new one");
    }
    return stored;
  }

  private static long id(@Nullable Long id) {
    if (id == null) {
      throw new IllegalStateException("an object that was stored has no id");
    }
    return id;
  }
}
