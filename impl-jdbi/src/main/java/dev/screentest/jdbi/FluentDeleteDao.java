package dev.screentest.jdbi;

import org.jdbi.v3.core.Handle;

/** {@link DeleteDao} by the fluent API. */
record FluentDeleteDao(Handle handle) implements DeleteDao {

  @Override
  public void rolesOfMovie(long movieId) {
    handle.createUpdate(ROLES_OF_MOVIE).bind("movieId", movieId).execute();
  }

  @Override
  public boolean movie(long id) {
    return handle.createUpdate(MOVIE).bind("id", id).execute() > 0;
  }

  @Override
  public void contactDetailsOfActor(long actorId) {
    handle.createUpdate(CONTACT_DETAILS_OF_ACTOR).bind("actorId", actorId).execute();
  }

  @Override
  public void stuntmanOfActor(long actorId) {
    handle.createUpdate(STUNTMAN_OF_ACTOR).bind("actorId", actorId).execute();
  }

  @Override
  public void rolesOfActor(long actorId) {
    handle.createUpdate(ROLES_OF_ACTOR).bind("actorId", actorId).execute();
  }

  @Override
  public boolean actor(long id) {
    return handle.createUpdate(ACTOR).bind("id", id).execute() > 0;
  }
}
