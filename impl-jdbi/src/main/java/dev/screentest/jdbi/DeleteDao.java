package dev.screentest.jdbi;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Deletes a movie or an actor, table by table, since no foreign key cascades. */
interface DeleteDao {

  String ROLES_OF_MOVIE = "delete from movies_actors where movie_id = :movieId";

  String MOVIE = "delete from movies where id = :id";

  String CONTACT_DETAILS_OF_ACTOR = "delete from contact_details where actor_id = :actorId";

  String STUNTMAN_OF_ACTOR = "delete from stuntmen where actor_id = :actorId";

  String ROLES_OF_ACTOR = "delete from movies_actors where actor_id = :actorId";

  String ACTOR = "delete from actors where id = :id";

  @SqlUpdate(ROLES_OF_MOVIE)
  void rolesOfMovie(long movieId);

  @SqlUpdate(MOVIE)
  boolean movie(long id);

  @SqlUpdate(CONTACT_DETAILS_OF_ACTOR)
  void contactDetailsOfActor(long actorId);

  @SqlUpdate(STUNTMAN_OF_ACTOR)
  void stuntmanOfActor(long actorId);

  @SqlUpdate(ROLES_OF_ACTOR)
  void rolesOfActor(long actorId);

  @SqlUpdate(ACTOR)
  boolean actor(long id);
}
