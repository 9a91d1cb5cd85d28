package dev.screentest.contract;

import dev.screentest.contract.Row.ActorRow;
import dev.screentest.contract.Row.ContactRow;
import dev.screentest.contract.Row.MovieRow;
import dev.screentest.contract.Row.RoleRow;
import dev.screentest.contract.Row.StuntmanRow;
import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Objects for the rows of one result: one row is one object. */
final class MemoryGraphs {

  private final MemoryTables tables;
  private final boolean withContacts;
  private final Map<Long, Actor> actors = new HashMap<>();

  MemoryGraphs(MemoryTables tables, boolean withContacts) {
    this.tables = tables;
    this.withContacts = withContacts;
  }

  Movie movie(MovieRow row, FetchDepth depth) {
    Movie movie = new Movie(row.id(), row.title(), row.releaseDate());
    if (depth != FetchDepth.MOVIES) {
      Set<Actor> cast = new LinkedHashSet<>();
      for (RoleRow role : tables.roles) {
        if (role.movieId() == row.id()) {
          cast.add(actor(role.actorId()));
        }
      }
      movie.setActors(cast);
    }
    return movie;
  }

  Actor actor(long id) {
    Actor known = actors.get(id);
    if (known != null) {
      return known;
    }
    ActorRow row = tables.actors.get(id);
    if (row == null) {
      throw new IllegalStateException("a foreign key leads to no actor: " + id);
    }
    Actor actor = new Actor(row.id(), row.name(), row.birthday());
    actors.put(id, actor);
    for (StuntmanRow stuntman : tables.stuntmen.values()) {
      if (stuntman.actorId() == id) {
        actor.setStuntman(new Stuntman(stuntman.id(), stuntman.name(), stuntman.active()));
      }
    }
    if (withContacts) {
      actor.setContactDetails(new LinkedHashSet<>());
      for (ContactRow contact : tables.contacts.values()) {
        if (contact.actorId() == id) {
          actor.addContactDetails(details(contact));
        }
      }
    }
    return actor;
  }

  static ContactDetails details(ContactRow row) {
    return new ContactDetails(row.id(), row.phoneNumber(), row.address());
  }
}
