package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;

/**
 * From rows to objects. Every query of this module selects the columns of an object in one order
 * and under one set of names: {@code movie_id, title, release_date}; {@code actor_id, actor_name,
 * birthday, stuntman_id, stuntman_name, active}; {@code contact_id, phone_number, address}.
 */
final class Entities {

  /** The number of an actor's columns, with those of its stuntman. */
  static final int ACTOR_COLUMNS = 6;

  /** Actors to make room for: few casts are larger, and this is half of what Java would take. */
  private static final int CAST_ROOM = 8;

  /** Contact details to make room for; most actors have one or two. */
  private static final int CONTACT_DETAILS_ROOM = 4;

  private final Columns columns;

  Entities(Columns columns) {
    this.columns = columns;
  }

  /** Reads a movie from the first columns; its cast is not loaded. */
  Movie movie(ResultSet row) throws SQLException {
    return movie(movieId(row), row);
  }

  /** Reads a movie, of which the id is known, from the first columns. */
  Movie movie(long id, ResultSet row) throws SQLException {
    return new Movie(id, columns.text(row, 2, "title"), columns.date(row, 3, "release_date"));
  }

  long movieId(ResultSet row) throws SQLException {
    return columns.number(row, 1, "movie_id");
  }

  /** Reads an actor from the first columns; its contact details are not loaded. */
  Actor actor(ResultSet row) throws SQLException {
    return actor(actorId(row, 1), row, 1);
  }

  long actorId(ResultSet row, int index) throws SQLException {
    return columns.number(row, index, "actor_id");
  }

  /** Reads an actor, of which the id is known, from the columns that begin with it. */
  Actor actor(long id, ResultSet row, int index) throws SQLException {
    Actor actor =
        new Actor(
            id,
            columns.text(row, index + 1, "actor_name"),
            columns.date(row, index + 2, "birthday"));
    long stuntmanId = columns.number(row, index + 3, "stuntman_id");
    if (!row.wasNull()) {
      actor.setStuntman(
          new Stuntman(
              stuntmanId,
              columns.text(row, index + 4, "stuntman_name"),
              columns.flag(row, index + 5, "active")));
    }
    return actor;
  }

  long contactDetailsId(ResultSet row, int index) throws SQLException {
    return columns.number(row, index, "contact_id");
  }

  /** Reads contact details, of which the id is known, and adds them to their actor. */
  ContactDetails contactDetails(long id, ResultSet row, int index, Actor actor)
      throws SQLException {
    ContactDetails details =
        new ContactDetails(
            id,
            columns.text(row, index + 1, "phone_number"),
            columns.text(row, index + 2, "address"));
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
