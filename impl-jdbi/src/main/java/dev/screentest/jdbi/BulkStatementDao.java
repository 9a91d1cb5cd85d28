package dev.screentest.jdbi;

import java.time.LocalDate;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Updates and deletes past all objects, by an id or a condition. */
interface BulkStatementDao {

  /** Returns whether there is such a movie. */
  @SqlUpdate("update movies set title = :title where id = :id")
  boolean retitleMovie(long id, String title);

  /** Returns the number of stuntmen. */
  @SqlUpdate(
      """
      update stuntmen s
      set active = false
      from actors a
      where a.id = s.actor_id and s.active and a.birthday < :day
      """)
  int deactivateStuntmenOfActorsBornBefore(LocalDate day);

  @SqlUpdate(
      """
      delete from movies_actors r
      using movies m
      where m.id = r.movie_id and m.release_date < :day
      """)
  int deleteRolesInMoviesReleasedBefore(LocalDate day);

  @SqlUpdate("delete from movies where release_date < :day")
  int deleteMoviesReleasedBefore(LocalDate day);
}
