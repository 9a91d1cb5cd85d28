package dev.screentest.contract;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One row of one table, as a witness sees it who knows nothing of the store. */
sealed interface Row {

  /** The order in which a witness tells rows. */
  Comparator<Row> BY_TABLE_AND_ID =
      Comparator.comparingInt(Row::table)
          .thenComparingLong(Row::key)
          .thenComparingLong(row -> row instanceof RoleRow role ? role.actorId : 0);

  /** A row of {@code movies}. */
  record MovieRow(long id, String title, @Nullable LocalDate releaseDate) implements Row {}

  /** A row of {@code actors}. */
  record ActorRow(long id, String name, @Nullable LocalDate birthday) implements Row {}

  /** A row of {@code movies_actors}. */
  record RoleRow(long movieId, long actorId) implements Row {}

  /** A row of {@code stuntmen}. */
  record StuntmanRow(long id, String name, boolean active, long actorId) implements Row {}

  /** A row of {@code contact_details}. */
  record ContactRow(long id, String phoneNumber, String address, long actorId) implements Row {}

  private int table() {
    if (this instanceof MovieRow) {
      return 0;
    }
    if (this instanceof ActorRow) {
      return 1;
    }
    if (this instanceof RoleRow) {
      return 2;
    }
    return this instanceof StuntmanRow ? 3 : 4;
  }

  private long key() {
    if (this instanceof MovieRow movie) {
      return movie.id;
    }
    if (this instanceof ActorRow actor) {
      return actor.id;
    }
    if (this instanceof RoleRow role) {
      return role.movieId;
    }
    return this instanceof StuntmanRow stuntman ? stuntman.id : ((ContactRow) this).id;
  }

  static Row movie(long id, String title, @Nullable LocalDate releaseDate) {
    return new MovieRow(id, title, releaseDate);
  }

  static Row movie(long id, String title) {
    return new MovieRow(id, title, null);
  }

  static Row actor(long id, String name, @Nullable LocalDate birthday) {
    return new ActorRow(id, name, birthday);
  }

  static Row actor(long id, String name) {
    return new ActorRow(id, name, null);
  }

  static Row role(long movieId, long actorId) {
    return new RoleRow(movieId, actorId);
  }

  static Row stuntman(long id, String name, boolean active, long actorId) {
    return new StuntmanRow(id, name, active, actorId);
  }

  static Row contact(long id, String phoneNumber, String address, long actorId) {
    return new ContactRow(id, phoneNumber, address, actorId);
  }
}
