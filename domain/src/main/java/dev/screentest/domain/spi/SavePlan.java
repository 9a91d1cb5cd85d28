package dev.screentest.domain.spi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ObjLongConsumer;

/**
 * What one save has to write, grouped by table. Made by {@link Tracker#plan}, and written in one
 * order by all, which keys demand in part: orphaned stuntmen and contact details deleted; ids
 * assigned; new actors and movies inserted; changed actors, movies, stuntmen and contact details
 * updated; new stuntmen and contact details inserted; lost roles deleted; new roles inserted. Where
 * a row to be deleted or updated has gone, the save fails with a {@link
 * dev.screentest.domain.NotFoundException}. Lists are in the order in which the graph was walked.
 */
public final class SavePlan {

  final List<Movie> newMovies = new ArrayList<>();
  final List<Actor> newActors = new ArrayList<>();
  final List<Stuntman> newStuntmen = new ArrayList<>();
  final List<ContactDetails> newContactDetails = new ArrayList<>();
  final List<Movie> changedMovies = new ArrayList<>();
  final List<Actor> changedActors = new ArrayList<>();
  final List<Stuntman> changedStuntmen = new ArrayList<>();
  final List<ContactDetails> changedContactDetails = new ArrayList<>();
  final List<Role> newRoles = new ArrayList<>();
  final List<Role> lostRoles = new ArrayList<>();
  final List<Stuntman> orphanedStuntmen = new ArrayList<>();
  final List<ContactDetails> orphanedContactDetails = new ArrayList<>();

  /** Every object that the save reaches, written or not. */
  final Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());

  SavePlan() {}

  /** An actor in a movie's cast; both have ids once {@link #assignIds} is done. */
  public record Role(Movie movie, Actor actor) {}

  /** Gives every new object its id, in place. */
  public void assignIds(IdBlocks blocks, IdBlocks.BlockSource source) {
    assign(blocks, source, Table.MOVIES, newMovies, Movie::setId);
    assign(blocks, source, Table.ACTORS, newActors, Actor::setId);
    assign(blocks, source, Table.STUNTMEN, newStuntmen, Stuntman::setId);
    assign(blocks, source, Table.CONTACT_DETAILS, newContactDetails, ContactDetails::setId);
  }

  private static <E> void assign(
      IdBlocks blocks,
      IdBlocks.BlockSource source,
      Table table,
      List<E> entities,
      ObjLongConsumer<E> setId) {
    if (entities.isEmpty()) {
      return;
    }
    long[] ids = blocks.next(table, entities.size(), source);
    for (int i = 0; i < ids.length; i++) {
      setId.accept(entities.get(i), ids[i]);
    }
  }

  /** Returns the actor of a stuntman that is to be written. */
  public static Actor actorOf(Stuntman stuntman) {
    Actor actor = stuntman.getActor();
    if (actor == null) {
      throw new InvalidArgumentException("save: " + stuntman + " has no actor; set one first");
    }
    return actor;
  }

  /** Returns the actor of contact details that are to be written. */
  public static Actor actorOf(ContactDetails details) {
    Actor actor = details.getActor();
    if (actor == null) {
      throw new InvalidArgumentException("save: " + details + " have no actor; set one first");
    }
    return actor;
  }

  public List<Movie> newMovies() {
    return newMovies;
  }

  public List<Actor> newActors() {
    return newActors;
  }

  public List<Stuntman> newStuntmen() {
    return newStuntmen;
  }

  public List<ContactDetails> newContactDetails() {
    return newContactDetails;
  }

  public List<Movie> changedMovies() {
    return changedMovies;
  }

  public List<Actor> changedActors() {
    return changedActors;
  }

  public List<Stuntman> changedStuntmen() {
    return changedStuntmen;
  }

  public List<ContactDetails> changedContactDetails() {
    return changedContactDetails;
  }

  public List<Role> newRoles() {
    return newRoles;
  }

  public List<Role> lostRoles() {
    return lostRoles;
  }

  public List<Stuntman> orphanedStuntmen() {
    return orphanedStuntmen;
  }

  public List<ContactDetails> orphanedContactDetails() {
    return orphanedContactDetails;
  }
}
