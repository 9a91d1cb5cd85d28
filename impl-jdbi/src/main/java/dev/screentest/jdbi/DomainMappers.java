package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.CastList;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieSummary;
import dev.screentest.domain.Stuntman;
import java.lang.reflect.Constructor;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The row mappers: Jdbi's {@link ConstructorMapper} on the constructor "as stored" of each class,
 * whose relations are not loaded. A {@code BeanMapper} would leave them empty, which the contract
 * forbids.
 *
 * <p>Every query names the columns of a table with a prefix of its own, see {@link Select}, so that
 * one mapper for each class serves all queries and joins.
 */
final class DomainMappers {

  private DomainMappers() {}

  static void register(Jdbi jdbi) {
    jdbi.registerRowMapper(
        ConstructorMapper.factory(
            stored(Movie.class, long.class, String.class, LocalDate.class), Select.MOVIE_PREFIX));
    jdbi.registerRowMapper(
        Actor.class,
        new ActorMapper(
            ConstructorMapper.of(
                stored(Actor.class, long.class, String.class, LocalDate.class),
                Select.ACTOR_PREFIX),
            ConstructorMapper.of(
                stored(Stuntman.class, long.class, String.class, boolean.class),
                Select.STUNTMAN_PREFIX)));
    jdbi.registerRowMapper(
        ConstructorMapper.factory(
            stored(ContactDetails.class, long.class, String.class, String.class),
            Select.CONTACT_DETAILS_PREFIX));
    jdbi.registerColumnMapper(JsonCastMapper.CAST, new JsonCastMapper());
    jdbi.registerRowMapper(CastMember.class, CastMember.MAPPER);
    jdbi.registerRowMapper(ActorsContact.class, ActorsContact.MAPPER);
    jdbi.registerRowMapper(ConstructorMapper.factory(MovieCredit.class));
    jdbi.registerRowMapper(ConstructorMapper.factory(MovieSummary.class));
    jdbi.registerRowMapper(ConstructorMapper.factory(CastList.Member.class));
  }

  private static <E> Constructor<E> stored(Class<E> type, Class<?>... parameters) {
    try {
      return type.getConstructor(parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(
          type.getName() + " has lost its constructor for stored objects", e);
    }
  }
}
