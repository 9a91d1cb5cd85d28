package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * One query with one row for each movie, in which the database has gathered the cast and the
 * contact details to parallel arrays, one for each column, all in the same order.
 *
 * <p>Arrays, because the driver reads them from the binary format; JSON would be text, to be parsed
 * by hand. Dates travel as days since 1970: of dates the driver would make {@code java.sql.Date},
 * from text. Each level is grouped by itself, and told the range by itself, since the planner does
 * not carry a range from one side of a join to the other.
 */
final class NestedFetch implements GraphFetch {

  private static final String ACTORS =
      """
      select m.id as movie_id, m.title, m.release_date,
             c.ids, c.names, c.birthdays, c.stuntman_ids, c.stuntman_names, c.active
      from movies m
      left join (
        select ma.movie_id,
               array_agg(a.id order by a.id) as ids,
               array_agg(a.name order by a.id) as names,
               array_agg(a.birthday - date '1970-01-01' order by a.id) as birthdays,
               array_agg(s.id order by a.id) as stuntman_ids,
               array_agg(s.name order by a.id) as stuntman_names,
               array_agg(s.active order by a.id) as active
        from movies_actors ma
        join actors a on a.id = ma.actor_id
        left join stuntmen s on s.actor_id = a.id
        where ma.movie_id between ? and ?
        group by ma.movie_id) c on c.movie_id = m.id
      where m.id between ? and ?
      order by m.id\
      """;

  private static final String CONTACT_DETAILS =
      """
      select m.id as movie_id, m.title, m.release_date,
             c.ids, c.names, c.birthdays, c.stuntman_ids, c.stuntman_names, c.active,
             d.actor_ids, d.ids as contact_ids, d.phone_numbers, d.addresses
      from movies m
      left join (
        select ma.movie_id,
               array_agg(a.id order by a.id) as ids,
               array_agg(a.name order by a.id) as names,
               array_agg(a.birthday - date '1970-01-01' order by a.id) as birthdays,
               array_agg(s.id order by a.id) as stuntman_ids,
               array_agg(s.name order by a.id) as stuntman_names,
               array_agg(s.active order by a.id) as active
        from movies_actors ma
        join actors a on a.id = ma.actor_id
        left join stuntmen s on s.actor_id = a.id
        where ma.movie_id between ? and ?
        group by ma.movie_id) c on c.movie_id = m.id
      left join (
        select ma.movie_id,
               array_agg(d.actor_id order by d.actor_id, d.id) as actor_ids,
               array_agg(d.id order by d.actor_id, d.id) as ids,
               array_agg(d.phone_number order by d.actor_id, d.id) as phone_numbers,
               array_agg(d.address order by d.actor_id, d.id) as addresses
        from movies_actors ma
        join contact_details d on d.actor_id = ma.actor_id
        where ma.movie_id between ? and ?
        group by ma.movie_id) d on d.movie_id = m.id
      where m.id between ? and ?
      order by m.id\
      """;

  /** How often each query is told the range. */
  private static final int RANGES_IN_ACTORS = 2;

  private static final int RANGES_IN_CONTACT_DETAILS = 3;

  private static final Long[] NO_LONGS = {};
  private static final String[] NO_TEXTS = {};
  private static final Integer[] NO_DAYS = {};
  private static final Boolean[] NO_FLAGS = {};

  private final UnitConnection connection;
  private final Columns columns;
  private final Entities entities;
  private final ActorsById known = new ActorsById();

  NestedFetch(UnitConnection connection, Columns columns, Entities entities) {
    this.connection = connection;
    this.columns = columns;
    this.entities = entities;
  }

  @Override
  public List<Movie> fetch(long first, long last, boolean contactDetails) throws SQLException {
    try (PreparedStatement query = connection.prepare(contactDetails ? CONTACT_DETAILS : ACTORS)) {
      int ranges = contactDetails ? RANGES_IN_CONTACT_DETAILS : RANGES_IN_ACTORS;
      for (int i = 0; i < ranges; i++) {
        query.setLong(2 * i + 1, first);
        query.setLong(2 * i + 2, last);
      }
      return Rows.list(query, row -> movie(row, contactDetails));
    }
  }

  private Movie movie(ResultSet row, boolean contactDetails) throws SQLException {
    Movie movie = entities.movie(row);
    Entities.openCast(movie);
    Cast cast = new Cast(row);
    Contacts contacts = contactDetails ? new Contacts(row) : null;
    for (int i = 0; i < cast.ids.length; i++) {
      long id = cast.ids[i];
      Actor actor = known.get(id);
      if (actor == null) {
        actor = cast.actor(i);
        known.put(id, actor);
        if (contacts != null) {
          Entities.openContactDetails(actor);
          contacts.addTo(actor, id);
        }
      }
      movie.getActors().add(actor);
    }
    return movie;
  }

  private Long[] longs(ResultSet row, int index, String name) throws SQLException {
    return array(row, index, name, NO_LONGS);
  }

  private String[] texts(ResultSet row, int index, String name) throws SQLException {
    return array(row, index, name, NO_TEXTS);
  }

  /**
   * Reads an array; where there was nothing to gather, the database returns null and not an empty
   * one.
   */
  private <A> A[] array(ResultSet row, int index, String name, A[] none) throws SQLException {
    Array array = columns.array(row, index, name);
    @SuppressWarnings(
        "unchecked") // the driver makes arrays of the classes to which it maps the elements
    A[] elements = array == null ? none : (A[]) array.getArray();
    return elements;
  }

  /** A movie's cast, ordered by actor. */
  private final class Cast {

    private final Long[] ids;
    private final String[] names;
    private final Integer[] birthdays;
    private final Long[] stuntmanIds;
    private final String[] stuntmanNames;
    private final Boolean[] stuntmenActive;

    Cast(ResultSet row) throws SQLException {
      ids = longs(row, 4, "ids");
      names = texts(row, 5, "names");
      birthdays = array(row, 6, "birthdays", NO_DAYS);
      stuntmanIds = longs(row, 7, "stuntman_ids");
      stuntmanNames = texts(row, 8, "stuntman_names");
      stuntmenActive = array(row, 9, "active", NO_FLAGS);
    }

    Actor actor(int i) {
      Integer birthday = birthdays[i];
      Actor actor =
          new Actor(ids[i], names[i], birthday == null ? null : LocalDate.ofEpochDay(birthday));
      Long stuntmanId = stuntmanIds[i];
      if (stuntmanId != null) {
        actor.setStuntman(new Stuntman(stuntmanId, stuntmanNames[i], stuntmenActive[i]));
      }
      return actor;
    }
  }

  /** The contact details of a movie's cast, ordered by actor, then by id. */
  private final class Contacts {

    private final Long[] actorIds;
    private final Long[] ids;
    private final String[] phoneNumbers;
    private final String[] addresses;
    private int next;

    Contacts(ResultSet row) throws SQLException {
      actorIds = longs(row, 10, "actor_ids");
      ids = longs(row, 11, "contact_ids");
      phoneNumbers = texts(row, 12, "phone_numbers");
      addresses = texts(row, 13, "addresses");
    }

    /** Adds to an actor what is its own; actors come in ascending order of id. */
    void addTo(Actor actor, long actorId) {
      while (next < actorIds.length && actorIds[next] < actorId) {
        next++;
      }
      while (next < actorIds.length && actorIds[next] == actorId) {
        new ContactDetails(ids[next], phoneNumbers[next], addresses[next]).setActor(actor);
        next++;
      }
    }
  }
}
