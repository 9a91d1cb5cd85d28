package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link ActorDao} by the fluent API. */
record FluentActorDao(Handle handle) implements ActorDao {

  @Override
  public Optional<Actor> find(long id) {
    return handle.createQuery(FIND).bind("id", id).map(HandWrittenMappers.ACTOR).findOne();
  }

  @Override
  public Optional<Actor> findByStuntman(long stuntmanId) {
    return handle
        .createQuery(FIND_BY_STUNTMAN)
        .bind("stuntmanId", stuntmanId)
        .map(HandWrittenMappers.ACTOR)
        .findOne();
  }

  @Override
  public Optional<ContactDetails> findContactDetails(long id) {
    return handle
        .createQuery(FIND_CONTACT_DETAILS)
        .bind("id", id)
        .map(HandWrittenMappers.CONTACT_DETAILS_WITH_ACTOR)
        .findOne();
  }

  @Override
  public List<Actor> livingAt(String pattern) {
    return handle
        .createQuery(LIVING_AT)
        .bind("pattern", pattern)
        .map(HandWrittenMappers.ACTOR)
        .list();
  }
}
