package dev.screentest.jdbi;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Deletes a movie or an actor, table by table, since no foreign key cascades. */
interface DeleteDao {

  @SqlUpdate("delete from movies_actors where movie_id = :movieId")
  void rolesOfMovie(long movieId);

  @SqlUpdate("delete from movies where id = :id")
  boolean movie(long id);

  @SqlUpdate("delete from contact_details where actor_id = :actorId")
  void contactDetailsOfActor(long actorId);

  @SqlUpdate("delete from stuntmen where actor_id = :actorId")
  void stuntmanOfActor(long actorId);

  @SqlUpdate("delete from movies_actors where actor_id = :actorId")
  void rolesOfActor(long actorId);

  @SqlUpdate("delete from actors where id = :id")
  boolean actor(long id);
}
