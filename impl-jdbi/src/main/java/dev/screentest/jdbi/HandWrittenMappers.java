package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.CastList;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieSummary;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Row mappers written by hand: no reflection, and columns by index. */
final class HandWrittenMappers {

  static final RowMapper<Movie> MOVIE = new StoredMovieMapper();

  static final RowMapper<Actor> ACTOR = new StoredActorMapper();

  static final RowMapper<ContactDetails> CONTACT_DETAILS = new StoredContactDetailsMapper();

  /** Contact details and their actor, as {@link ActorDao} selects them. */
  static final RowMapper<ContactDetails> CONTACT_DETAILS_WITH_ACTOR =
      (row, context) -> {
        ContactDetails details =
            StoredContactDetailsMapper.read(row, 1 + StoredActorMapper.COLUMNS);
        details.setActor(StoredActorMapper.read(row, 1));
        return details;
      };

  /** As {@link LevelDao} selects them. */
  static final RowMapper<CastMember> CAST_MEMBER =
      (row, context) -> new CastMember(row.getLong(1), StoredActorMapper.read(row, 2));

  /** As {@link LevelDao} selects them. */
  static final RowMapper<ActorsContact> ACTORS_CONTACT =
      (row, context) -> new ActorsContact(row.getLong(1), StoredContactDetailsMapper.read(row, 2));

  /** As {@link ProjectionDao} selects them. */
  static final RowMapper<MovieCredit> MOVIE_CREDIT =
      (row, context) -> new MovieCredit(row.getString(1), row.getString(2));

  /** As {@link ProjectionDao} selects them. */
  static final RowMapper<MovieSummary> MOVIE_SUMMARY =
      (row, context) ->
          new MovieSummary(
              row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class), row.getLong(4));

  /** As {@link ProjectionDao} selects them, after the movie's columns. */
  static final RowMapper<CastList.Member> CAST_LIST_MEMBER =
      (row, context) -> new CastList.Member(row.getLong(3), row.getString(4));

  private HandWrittenMappers() {}

  /** Registers them, for SQL objects, which find mappers by type. */
  static void register(Jdbi jdbi) {
    jdbi.registerRowMapper(Movie.class, MOVIE)
        .registerRowMapper(Actor.class, ACTOR)
        .registerRowMapper(ContactDetails.class, CONTACT_DETAILS)
        .registerRowMapper(CastMember.class, CAST_MEMBER)
        .registerRowMapper(ActorsContact.class, ACTORS_CONTACT)
        .registerRowMapper(MovieCredit.class, MOVIE_CREDIT)
        .registerRowMapper(MovieSummary.class, MOVIE_SUMMARY)
        .registerRowMapper(CastList.Member.class, CAST_LIST_MEMBER)
        .registerColumnMapper(JsonCastMapper.CAST, new JsonCastMapper());
  }
}
