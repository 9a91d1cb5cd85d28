package dev.screentest.jdbi;

import java.time.LocalDate;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Updates and deletes past all objects, by an id or a condition. */
interface BulkStatementDao {

  String RETITLE_MOVIE = "update movies set title = :title where id = :id";

  String DEACTIVATE_STUNTMEN_OF_ACTORS_BORN_BEFORE =
      """
      update stuntmen s
      set active = false
      from actors a
      where a.id = s.actor_id and s.active and a.birthday < :day
      """;

  String DELETE_ROLES_IN_MOVIES_RELEASED_BEFORE =
      """
      delete from movies_actors r
      using movies m
      where m.id = r.movie_id and m.release_date < :day
      """;

  String DELETE_MOVIES_RELEASED_BEFORE = "delete from movies where release_date < :day";

  /** Returns whether there is such a movie. */
  @SqlUpdate(RETITLE_MOVIE)
  boolean retitleMovie(long id, String title);

  /** Returns the number of stuntmen. */
  @SqlUpdate(DEACTIVATE_STUNTMEN_OF_ACTORS_BORN_BEFORE)
  int deactivateStuntmenOfActorsBornBefore(LocalDate day);

  @SqlUpdate(DELETE_ROLES_IN_MOVIES_RELEASED_BEFORE)
  int deleteRolesInMoviesReleasedBefore(LocalDate day);

  @SqlUpdate(DELETE_MOVIES_RELEASED_BEFORE)
  int deleteMoviesReleasedBefore(LocalDate day);
}
