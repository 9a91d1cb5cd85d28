package dev.screentest.domain.spi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.DetachedException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Relations;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Knows the objects of one unit of work and how they were stored, for frameworks that have no unit
 * of work of their own (Fowler's Unit of Work). A save compares each object reached with what was
 * stored and writes only what differs, as an object-relational mapper does. Needed in units of kind
 * WRITE only. Not thread-safe.
 *
 * <p>An implementation tells it what was read ({@link #track}), asks what a save has to write
 * ({@link #plan}), writes that, and says so ({@link #saved}).
 */
public final class Tracker {

  /** How an object was stored when it was read or last saved. */
  private sealed interface Stored {}

  private record StoredMovie(
      String title, @Nullable LocalDate releaseDate, @Nullable List<Actor> cast)
      implements Stored {}

  private record StoredActor(
      String name,
      @Nullable LocalDate birthday,
      @Nullable Stuntman stuntman,
      @Nullable List<ContactDetails> contactDetails)
      implements Stored {}

  private record StoredStuntman(String name, boolean active, @Nullable Actor actor)
      implements Stored {}

  private record StoredContactDetails(String phoneNumber, String address, @Nullable Actor actor)
      implements Stored {}

  private final IdentityHashMap<Object, Stored> stored = new IdentityHashMap<>();

  private final Predicate<Set<?>> isLoaded;

  /** Creates a tracker for a framework whose relations are the contract's own, loaded or not. */
  public Tracker() {
    this(Relations::isLoaded);
  }

  /** Creates a tracker for a framework with lazy collections, which knows which are loaded. */
  public Tracker(Predicate<Set<?>> isLoaded) {
    this.isLoaded = isLoaded;
  }

  /** Takes objects as read, with whatever of their graphs is loaded. */
  public void track(Collection<?> entities) {
    entities.forEach(this::track);
  }

  /** Takes an object as read, with whatever of its graph is loaded. */
  public void track(Object entity) {
    if (stored.containsKey(entity)) {
      return;
    }
    remember(entity);
    if (entity instanceof Movie movie) {
      if (isLoaded.test(movie.getActors())) {
        track(movie.getActors());
      }
    } else if (entity instanceof Actor actor) {
      trackIfPresent(actor.getStuntman());
      if (isLoaded.test(actor.getContactDetails())) {
        track(actor.getContactDetails());
      }
    } else if (entity instanceof Stuntman stuntman) {
      trackIfPresent(stuntman.getActor());
    } else if (entity instanceof ContactDetails details) {
      trackIfPresent(details.getActor());
    }
  }

  private void trackIfPresent(@Nullable Object entity) {
    if (entity != null) {
      track(entity);
    }
  }

  /**
   * Checks that an object is of this unit.
   *
   * @throws DetachedException if it is not
   */
  public void requireTracked(String operation, Object entity) {
    if (!stored.containsKey(entity)) {
      throw detached(operation, entity);
    }
  }

  /** Forgets an object whose row was deleted, and the rows that went along with an actor's. */
  public void forget(Object entity) {
    stored.remove(entity);
    if (entity instanceof Actor actor) {
      Stuntman stuntman = actor.getStuntman();
      if (stuntman != null) {
        stored.remove(stuntman);
      }
      if (isLoaded.test(actor.getContactDetails())) {
        actor.getContactDetails().forEach(stored::remove);
      }
    }
  }

  /**
   * Returns what has to be written to save the given objects and everything they reach.
   *
   * @param roots movies, actors, stuntmen or contact details
   * @throws DetachedException if an object reached has an id and is not of this unit
   */
  public SavePlan plan(Collection<?> roots) {
    Walk walk = new Walk();
    for (Object root : roots) {
      if (root instanceof Movie movie) {
        walk.movie(movie);
      } else if (root instanceof Actor actor) {
        walk.actor(actor);
      } else if (root instanceof Stuntman stuntman) {
        walk.stuntman(stuntman);
      } else if (root instanceof ContactDetails details) {
        walk.details(details);
      } else {
        throw notOfTheDomain(root);
      }
    }
    return walk.plan;
  }

  /** Takes what a plan has written as the stored state. */
  public void saved(SavePlan plan) {
    plan.reached.forEach(this::remember);
    plan.orphanedStuntmen.forEach(this::forget);
    plan.orphanedContactDetails.forEach(this::forget);
  }

  private void remember(Object entity) {
    Stored state;
    if (entity instanceof Movie movie) {
      state =
          new StoredMovie(
              movie.getTitle(), movie.getReleaseDate(), copyIfLoaded(movie.getActors()));
    } else if (entity instanceof Actor actor) {
      state =
          new StoredActor(
              actor.getName(),
              actor.getBirthday(),
              actor.getStuntman(),
              copyIfLoaded(actor.getContactDetails()));
    } else if (entity instanceof Stuntman stuntman) {
      state = new StoredStuntman(stuntman.getName(), stuntman.isActive(), stuntman.getActor());
    } else if (entity instanceof ContactDetails details) {
      state =
          new StoredContactDetails(
              details.getPhoneNumber(), details.getAddress(), details.getActor());
    } else {
      throw notOfTheDomain(entity);
    }
    stored.put(entity, state);
  }

  private static IllegalArgumentException notOfTheDomain(Object entity) {
    return new IllegalArgumentException("not an object of the domain: " + entity);
  }

  private static DetachedException detached(String operation, Object entity) {
    return new DetachedException(
        operation + ": " + entity + " is not of this unit of work; load it here, or merge it");
  }

  private <E> @Nullable List<E> copyIfLoaded(Set<E> relation) {
    return isLoaded.test(relation) ? List.copyOf(relation) : null;
  }

  /** Tells what a relation gained and lost; mostly neither, so that is looked at first. */
  private static <E> void compare(
      List<E> before, Set<E> after, Consumer<E> gained, Consumer<E> lost) {
    if (sameInOrder(before, after)) {
      return;
    }
    Set<E> had = Collections.newSetFromMap(new IdentityHashMap<>());
    had.addAll(before);
    for (E element : after) {
      if (!had.remove(element)) {
        gained.accept(element);
      }
    }
    for (E element : before) {
      if (had.contains(element)) {
        lost.accept(element);
      }
    }
  }

  private static <E> boolean sameInOrder(List<E> before, Set<E> after) {
    if (before.size() != after.size()) {
      return false;
    }
    int i = 0;
    for (E element : after) {
      if (before.get(i++) != element) {
        return false;
      }
    }
    return true;
  }

  /** One walk over a graph, each object once. */
  private final class Walk {

    final SavePlan plan = new SavePlan();

    void movie(Movie movie) {
      if (!plan.reached.add(movie)) {
        return;
      }
      StoredMovie before = (StoredMovie) storedState(movie, movie.getId());
      if (before == null) {
        plan.newMovies.add(movie);
      } else if (!before.title.equals(movie.getTitle())
          || !Objects.equals(before.releaseDate, movie.getReleaseDate())) {
        plan.changedMovies.add(movie);
      }
      if (isLoaded.test(movie.getActors())) {
        movie.getActors().forEach(this::actor);
        compare(
            before == null || before.cast == null ? List.of() : before.cast,
            movie.getActors(),
            actor -> plan.newRoles.add(new Role(movie, actor)),
            actor -> lost(movie, actor));
      }
    }

    /** An actor who left a cast lost the role, unless it was deleted and took the role along. */
    private void lost(Movie movie, Actor actor) {
      if (stored.containsKey(actor)) {
        plan.lostRoles.add(new Role(movie, actor));
      }
    }

    void actor(Actor actor) {
      if (!plan.reached.add(actor)) {
        return;
      }
      StoredActor before = (StoredActor) storedState(actor, actor.getId());
      if (before == null) {
        plan.newActors.add(actor);
      } else if (!before.name.equals(actor.getName())
          || !Objects.equals(before.birthday, actor.getBirthday())) {
        plan.changedActors.add(actor);
      }
      Stuntman stuntman = actor.getStuntman();
      if (stuntman != null) {
        stuntman(stuntman);
      }
      if (before != null && before.stuntman != null && before.stuntman != stuntman) {
        lost(before.stuntman);
      }
      if (isLoaded.test(actor.getContactDetails())) {
        actor.getContactDetails().forEach(this::details);
        if (before != null && before.contactDetails != null) {
          compare(before.contactDetails, actor.getContactDetails(), gained -> {}, this::lost);
        }
      }
    }

    /** A stuntman that left its actor is an orphan, unless it moved to another one. */
    private void lost(Stuntman stuntman) {
      if (stuntman.getActor() != null) {
        stuntman(stuntman);
      } else if (stored.containsKey(stuntman) && plan.reached.add(stuntman)) {
        plan.orphanedStuntmen.add(stuntman);
      }
    }

    /** Contact details that left their actor are orphans, unless they moved to another one. */
    private void lost(ContactDetails details) {
      if (details.getActor() != null) {
        details(details);
      } else if (stored.containsKey(details) && plan.reached.add(details)) {
        plan.orphanedContactDetails.add(details);
      }
    }

    void stuntman(Stuntman stuntman) {
      if (!plan.reached.add(stuntman)) {
        return;
      }
      Actor actor = SavePlan.actorOf(stuntman);
      StoredStuntman before = (StoredStuntman) storedState(stuntman, stuntman.getId());
      if (before == null) {
        plan.newStuntmen.add(stuntman);
      } else if (!before.name.equals(stuntman.getName())
          || before.active != stuntman.isActive()
          || before.actor != actor) {
        plan.changedStuntmen.add(stuntman);
      }
      actor(actor);
    }

    void details(ContactDetails details) {
      if (!plan.reached.add(details)) {
        return;
      }
      Actor actor = SavePlan.actorOf(details);
      StoredContactDetails before = (StoredContactDetails) storedState(details, details.getId());
      if (before == null) {
        plan.newContactDetails.add(details);
      } else if (!before.phoneNumber.equals(details.getPhoneNumber())
          || !before.address.equals(details.getAddress())
          || before.actor != actor) {
        plan.changedContactDetails.add(details);
      }
      actor(actor);
    }

    private @Nullable Stored storedState(Object entity, @Nullable Long id) {
      Stored state = stored.get(entity);
      if (state == null && id != null) {
        throw detached("save", entity);
      }
      return state;
    }
  }
}
