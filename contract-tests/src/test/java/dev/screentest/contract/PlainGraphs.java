package dev.screentest.contract;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Graphs of one result: one row is one object. */
final class PlainGraphs {

  static final String MOVIE = "m.id, m.title, m.release_date";
  static final String ACTOR = "a.id, a.name, a.birthday, s.id, s.name, s.active";
  static final String CONTACT = "c.id, c.phone_number, c.address";

  private final PlainSql sql;
  private final Map<Long, Movie> movies = new LinkedHashMap<>();
  private final Map<Long, Actor> actors = new LinkedHashMap<>();

  PlainGraphs(PlainSql sql) {
    this.sql = sql;
  }

  static Movie movie(ResultSet row) throws SQLException {
    return new Movie(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class));
  }

  /** Makes an actor with its stuntman from six columns, or returns the one that is there. */
  Actor actor(ResultSet row, int first) throws SQLException {
    long id = row.getLong(first);
    Actor known = actors.get(id);
    if (known != null) {
      return known;
    }
    Actor actor =
        new Actor(id, row.getString(first + 1), row.getObject(first + 2, LocalDate.class));
    long stuntmanId = row.getLong(first + 3);
    if (!row.wasNull()) {
      actor.setStuntman(
          new Stuntman(stuntmanId, row.getString(first + 4), row.getBoolean(first + 5)));
    }
    actors.put(id, actor);
    return actor;
  }

  static ContactDetails details(ResultSet row, int first) throws SQLException {
    return new ContactDetails(
        row.getLong(first), row.getString(first + 1), row.getString(first + 2));
  }

  List<Actor> actorsWithContacts(Collection<Long> ids) {
    sql.list(
        "select "
            + ACTOR
            + ", "
            + CONTACT
            + " from actors a left join stuntmen s on s.actor_id = a.id"
            + " left join contact_details c on c.actor_id = a.id"
            + " where a.id = any(?) order by a.id, c.id",
        row -> {
          boolean isNew = !actors.containsKey(row.getLong(1));
          addContact(actor(row, 1), isNew, row, 7);
          return row;
        },
        (Object) ids.toArray(Long[]::new));
    return new ArrayList<>(actors.values());
  }

  private static void addContact(Actor actor, boolean isNew, ResultSet row, int first)
      throws SQLException {
    if (isNew) {
      actor.setContactDetails(new LinkedHashSet<>());
    }
    long id = row.getLong(first);
    if (!row.wasNull()
        && actor.getContactDetails().stream().noneMatch(known -> Rules.id(known) == id)) {
      actor.addContactDetails(details(row, first));
    }
  }

  List<Movie> movies(IdRange ids, FetchDepth depth, FetchStrategy strategy) {
    if (strategy == FetchStrategy.JOINED && depth != FetchDepth.MOVIES) {
      return joined(ids, depth);
    }
    sql.list(
            "select " + MOVIE + " from movies m where m.id between ? and ? order by m.id",
            PlainGraphs::movie,
            ids.first(),
            ids.last())
        .forEach(movie -> movies.put(Rules.id(movie), movie));
    int keys = strategy == FetchStrategy.BATCHED ? FetchStrategy.KEYS_PER_STATEMENT : 1;
    if (depth != FetchDepth.MOVIES) {
      movies.values().forEach(movie -> movie.setActors(new LinkedHashSet<>()));
      inChunks(movies.keySet(), keys, this::loadCasts);
    }
    if (depth == FetchDepth.CONTACT_DETAILS) {
      actors.values().forEach(actor -> actor.setContactDetails(new LinkedHashSet<>()));
      inChunks(actors.keySet(), keys, this::loadContacts);
    }
    return new ArrayList<>(movies.values());
  }

  /** What is done with some keys. */
  @FunctionalInterface
  private interface Chunk {
    void load(Long[] keys);
  }

  private static void inChunks(Collection<Long> keys, int size, Chunk chunk) {
    List<Long> all = List.copyOf(new TreeSet<>(keys));
    for (int from = 0; from < all.size(); from += size) {
      chunk.load(all.subList(from, Math.min(from + size, all.size())).toArray(Long[]::new));
    }
  }

  private void loadCasts(Long[] movieIds) {
    sql.list(
        "select ma.movie_id, "
            + ACTOR
            + " from movies_actors ma join actors a on a.id = ma.actor_id"
            + " left join stuntmen s on s.actor_id = a.id"
            + " where ma.movie_id = any(?) order by ma.movie_id, a.id",
        row -> known(movies, row.getLong(1)).getActors().add(actor(row, 2)),
        (Object) movieIds);
  }

  private void loadContacts(Long[] actorIds) {
    sql.list(
        "select c.actor_id, "
            + CONTACT
            + " from contact_details c where c.actor_id = any(?) order by c.id",
        row -> {
          known(actors, row.getLong(1)).addContactDetails(details(row, 2));
          return row;
        },
        (Object) actorIds);
  }

  private static <E> E known(Map<Long, E> entities, long id) {
    return Objects.requireNonNull(entities.get(id));
  }

  private List<Movie> joined(IdRange ids, FetchDepth depth) {
    boolean withContacts = depth == FetchDepth.CONTACT_DETAILS;
    sql.list(
        "select "
            + MOVIE
            + ", "
            + ACTOR
            + (withContacts ? ", " + CONTACT : "")
            + " from movies m left join movies_actors ma on ma.movie_id = m.id"
            + " left join actors a on a.id = ma.actor_id"
            + " left join stuntmen s on s.actor_id = a.id"
            + (withContacts ? " left join contact_details c on c.actor_id = a.id" : "")
            + " where m.id between ? and ? order by m.id, a.id"
            + (withContacts ? ", c.id" : ""),
        row -> joinedRow(row, withContacts),
        ids.first(),
        ids.last());
    return new ArrayList<>(movies.values());
  }

  private Movie joinedRow(ResultSet row, boolean withContacts) throws SQLException {
    Movie movie = movies.get(row.getLong(1));
    if (movie == null) {
      movie = movie(row);
      movie.setActors(new LinkedHashSet<>());
      movies.put(Rules.id(movie), movie);
    }
    long actorId = row.getLong(4);
    if (!row.wasNull()) {
      boolean isNew = !actors.containsKey(actorId);
      Actor actor = actor(row, 4);
      movie.getActors().add(actor);
      if (withContacts) {
        addContact(actor, isNew, row, 10);
      }
    }
    return movie;
  }
}
