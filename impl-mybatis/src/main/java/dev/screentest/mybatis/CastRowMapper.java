package dev.screentest.mybatis;

import static java.util.Objects.requireNonNull;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import java.time.LocalDate;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/**
 * Statements of {@link CastMapper} that hand over rows as they are. A nested result looks up the
 * keys of all its levels in every row; a row is one constructor, and what it means is said in Java.
 *
 * <p>The records are public (members of an interface are), because MyBatis calls constructors by
 * reflection and finds out by an exception, for every row, that it must ask for access first.
 */
interface CastRowMapper {

  /** Movies and actors by a join, ordered by movie, then actor. */
  void joinActors(IdRange ids, ResultHandler<JoinedRow> handler);

  /** Movies, actors and contact details by a join, ordered by movie, actor, then details. */
  void joinAll(IdRange ids, ResultHandler<JoinedRow> handler);

  /** A movie, actors and contact details by a join, ordered by actor, then details. */
  void joinAllOfOne(long id, ResultHandler<JoinedRow> handler);

  /** The casts of movies, ordered by movie, then actor. */
  void casts(Long[] movieIds, ResultHandler<RoleRow> handler);

  /** The contact details of actors, ordered by actor, then details. */
  void contacts(Long[] actorIds, ResultHandler<ContactRow> handler);

  /** Movies and the names of their actors by a join, ordered by movie, then actor. */
  void castLists(IdRange movieIds, ResultHandler<MemberRow> handler);

  /**
   * A row of the join of movies, actors, stuntmen and, where they were asked for, contact details.
   * Without an actor, a stuntman or contact details all their columns are null.
   */
  record JoinedRow(
      long movieId,
      String title,
      @Nullable LocalDate releaseDate,
      @Nullable Long actorId,
      @Nullable String actorName,
      @Nullable LocalDate birthday,
      @Nullable Long stuntmanId,
      @Nullable String stuntmanName,
      @Nullable Boolean active,
      @Nullable Long contactId,
      @Nullable String phoneNumber,
      @Nullable String address) {

    public JoinedRow(
        long movieId,
        String title,
        @Nullable LocalDate releaseDate,
        @Nullable Long actorId,
        @Nullable String actorName,
        @Nullable LocalDate birthday,
        @Nullable Long stuntmanId,
        @Nullable String stuntmanName,
        @Nullable Boolean active) {
      this(
          movieId,
          title,
          releaseDate,
          actorId,
          actorName,
          birthday,
          stuntmanId,
          stuntmanName,
          active,
          null,
          null,
          null);
    }

    Movie movie() {
      return new Movie(movieId, title, releaseDate);
    }

    Actor actor() {
      return RoleRow.actor(
          requireNonNull(actorId),
          requireNonNull(actorName),
          birthday,
          stuntmanId,
          stuntmanName,
          active);
    }

    ContactDetails contactDetails() {
      return new ContactDetails(
          requireNonNull(contactId), requireNonNull(phoneNumber), requireNonNull(address));
    }
  }

  /** A row of the join of roles, actors and stuntmen; of the latter an actor may have none. */
  record RoleRow(
      long movieId,
      long actorId,
      String actorName,
      @Nullable LocalDate birthday,
      @Nullable Long stuntmanId,
      @Nullable String stuntmanName,
      @Nullable Boolean active) {

    Actor actor() {
      return actor(actorId, actorName, birthday, stuntmanId, stuntmanName, active);
    }

    private static Actor actor(
        long actorId,
        String actorName,
        @Nullable LocalDate birthday,
        @Nullable Long stuntmanId,
        @Nullable String stuntmanName,
        @Nullable Boolean active) {
      Actor actor = new Actor(actorId, actorName, birthday);
      if (stuntmanId != null) {
        actor.setStuntman(
            new Stuntman(stuntmanId, requireNonNull(stuntmanName), requireNonNull(active)));
      }
      return actor;
    }
  }

  /** A row of contact details. */
  record ContactRow(long actorId, long id, String phoneNumber, String address) {

    ContactDetails contactDetails() {
      return new ContactDetails(id, phoneNumber, address);
    }
  }

  /** A row of the join of movies and actors, the latter null if the movie has none. */
  record MemberRow(
      long movieId, String title, @Nullable Long actorId, @Nullable String actorName) {}
}
