package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * From rows to objects. Columns are read by index, in the order in which every query of this module
 * selects them: {@code m.id, m.title, m.release_date}; {@code a.id, a.name, a.birthday, s.id,
 * s.name, s.active}; {@code d.id, d.phone_number, d.address}.
 */
final class Rows {

  /** The number of an actor's columns, with those of its stuntman. */
  static final int ACTOR_COLUMNS = 6;

  /** Rows to make room for where nothing is known; a result is rarely larger. */
  private static final int ROOM = 16;

  /** Actors to make room for: few casts are larger, and this is half of what Java would take. */
  private static final int CAST_ROOM = 8;

  /** Contact details to make room for; most actors have one or two. */
  private static final int CONTACT_DETAILS_ROOM = 4;

  private Rows() {}

  /** Runs a query and maps every row. */
  static <E> List<E> list(PreparedStatement query, RowMapper<E> mapper) throws SQLException {
    return list(query, mapper, ROOM);
  }

  /** Runs a query and maps every row, of which a number is expected. */
  static <E> List<E> list(PreparedStatement query, RowMapper<E> mapper, int expected)
      throws SQLException {
    List<E> list = new ArrayList<>(expected);
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        list.add(mapper.map(row));
      }
    }
    return list;
  }

  /** Runs a query and maps its first row, if there is one. */
  static <E> Optional<E> first(PreparedStatement query, RowMapper<E> mapper) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(mapper.map(row)) : Optional.empty();
    }
  }

  /** Reads a movie from the first columns; its cast is not loaded. */
  static Movie movie(ResultSet row) throws SQLException {
    return new Movie(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class));
  }

  /** Reads an actor from the first columns; its contact details are not loaded. */
  static Actor actor(ResultSet row) throws SQLException {
    return actor(row.getLong(1), row, 1);
  }

  /** Reads an actor, of which the id is known, from the columns that begin with it. */
  static Actor actor(long id, ResultSet row, int column) throws SQLException {
    Actor actor =
        new Actor(id, row.getString(column + 1), row.getObject(column + 2, LocalDate.class));
    long stuntmanId = row.getLong(column + 3);
    if (!row.wasNull()) {
      actor.setStuntman(
          new Stuntman(stuntmanId, row.getString(column + 4), row.getBoolean(column + 5)));
    }
    return actor;
  }

  /** Reads contact details, of which the id is known, and adds them to their actor. */
  static ContactDetails contactDetails(long id, ResultSet row, int column, Actor actor)
      throws SQLException {
    ContactDetails details =
        new ContactDetails(id, row.getString(column + 1), row.getString(column + 2));
    details.setActor(actor);
    return details;
  }

  /** Gives a movie a cast, still empty but loaded. */
  static void openCast(Movie movie) {
    movie.setActors(new LinkedHashSet<>(CAST_ROOM));
  }

  /** Gives an actor contact details, still none but loaded. */
  static void openContactDetails(Actor actor) {
    actor.setContactDetails(new LinkedHashSet<>(CONTACT_DETAILS_ROOM));
  }
}
