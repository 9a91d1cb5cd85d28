package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** {@link LevelDao} by the fluent API. */
record FluentLevelDao(Handle handle) implements LevelDao {

  @Override
  public List<Actor> castOf(long movieId) {
    return handle
        .createQuery(CAST_OF)
        .bind("movieId", movieId)
        .map(HandWrittenMappers.ACTOR)
        .list();
  }

  @Override
  public List<CastMember> castsOf(List<Long> movieIds) {
    return handle
        .createQuery(CASTS_OF)
        .bindArray("movieIds", Long.class, movieIds)
        .map(HandWrittenMappers.CAST_MEMBER)
        .list();
  }

  @Override
  public List<ContactDetails> contactDetailsOf(long actorId) {
    return handle
        .createQuery(CONTACT_DETAILS_OF)
        .bind("actorId", actorId)
        .map(HandWrittenMappers.CONTACT_DETAILS)
        .list();
  }

  @Override
  public List<ActorsContact> contactDetailsOfAll(List<Long> actorIds) {
    return handle
        .createQuery(CONTACT_DETAILS_OF_ALL)
        .bindArray("actorIds", Long.class, actorIds)
        .map(HandWrittenMappers.ACTORS_CONTACT)
        .list();
  }
}
