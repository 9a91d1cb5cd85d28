package dev.screentest.contract;

import dev.screentest.contract.Row.ActorRow;
import dev.screentest.contract.Row.ContactRow;
import dev.screentest.contract.Row.MovieRow;
import dev.screentest.contract.Row.RoleRow;
import dev.screentest.contract.Row.StuntmanRow;
import dev.screentest.domain.ConstraintViolatedException;
import dev.screentest.domain.ConstraintViolatedException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The five tables in memory, with their keys. */
final class MemoryTables {

  final TreeMap<Long, MovieRow> movies;
  final TreeMap<Long, ActorRow> actors;
  final TreeSet<RoleRow> roles;
  final TreeMap<Long, StuntmanRow> stuntmen;
  final TreeMap<Long, ContactRow> contacts;

  MemoryTables() {
    movies = new TreeMap<>();
    actors = new TreeMap<>();
    roles = new TreeSet<>(Row.BY_TABLE_AND_ID);
    stuntmen = new TreeMap<>();
    contacts = new TreeMap<>();
  }

  private MemoryTables(MemoryTables other) {
    movies = new TreeMap<>(other.movies);
    actors = new TreeMap<>(other.actors);
    roles = new TreeSet<>(other.roles);
    stuntmen = new TreeMap<>(other.stuntmen);
    contacts = new TreeMap<>(other.contacts);
  }

  MemoryTables copy() {
    return new MemoryTables(this);
  }

  /** Returns all rows, in the order of a witness. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.addAll(movies.values());
    rows.addAll(actors.values());
    rows.addAll(roles);
    rows.addAll(stuntmen.values());
    rows.addAll(contacts.values());
    return rows;
  }

  void insert(Row row) {
    if (row instanceof MovieRow movie) {
      unique(movies, movie.id(), movie);
    } else if (row instanceof ActorRow actor) {
      unique(actors, actor.id(), actor);
    } else if (row instanceof RoleRow role) {
      require(movies.containsKey(role.movieId()) && actors.containsKey(role.actorId()), role);
      if (!roles.add(role)) {
        throw violated(Kind.UNIQUE, role);
      }
    } else if (row instanceof StuntmanRow stuntman) {
      unique(stuntmen, stuntman.id(), stuntman);
      checkStuntman(stuntman);
    } else if (row instanceof ContactRow contact) {
      unique(contacts, contact.id(), contact);
      require(actors.containsKey(contact.actorId()), contact);
    }
  }

  /** Writes over a row, and returns whether it was there. */
  boolean update(Row row) {
    if (row instanceof MovieRow movie) {
      return movies.replace(movie.id(), movie) != null;
    }
    if (row instanceof ActorRow actor) {
      return actors.replace(actor.id(), actor) != null;
    }
    if (row instanceof StuntmanRow stuntman) {
      boolean found = stuntmen.replace(stuntman.id(), stuntman) != null;
      checkStuntman(stuntman);
      return found;
    }
    return row instanceof ContactRow contact && contacts.replace(contact.id(), contact) != null;
  }

  /** Deletes a role, and returns whether it was there. */
  boolean deleteRole(RoleRow role) {
    return roles.remove(role);
  }

  /** Deletes a movie and its roles, and returns whether it was there. */
  boolean deleteMovie(long id) {
    roles.removeIf(role -> role.movieId() == id);
    return movies.remove(id) != null;
  }

  /** Deletes an actor and what belongs to it, and returns whether it was there. */
  boolean deleteActor(long id) {
    roles.removeIf(role -> role.actorId() == id);
    stuntmen.values().removeIf(stuntman -> stuntman.actorId() == id);
    contacts.values().removeIf(contact -> contact.actorId() == id);
    return actors.remove(id) != null;
  }

  private void checkStuntman(StuntmanRow stuntman) {
    require(actors.containsKey(stuntman.actorId()), stuntman);
    if (stuntmen.values().stream().filter(s -> s.actorId() == stuntman.actorId()).count() > 1) {
      throw violated(Kind.UNIQUE, stuntman);
    }
  }

  private static <R extends Row> void unique(Map<Long, R> table, long id, R row) {
    if (table.putIfAbsent(id, row) != null) {
      throw violated(Kind.UNIQUE, row);
    }
  }

  private static void require(boolean parentsAreThere, Row row) {
    if (!parentsAreThere) {
      throw violated(Kind.FOREIGN_KEY, row);
    }
  }

  private static ConstraintViolatedException violated(Kind kind, Row row) {
    return new ConstraintViolatedException(kind, row + " breaks a constraint", null);
  }
}
