package dev.screentest.jdbi;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** {@link BulkStatementDao} by the fluent API. */
record FluentBulkStatementDao(Handle handle) implements BulkStatementDao {

  @Override
  public boolean retitleMovie(long id, String title) {
    return handle.createUpdate(RETITLE_MOVIE).bind("id", id).bind("title", title).execute() > 0;
  }

  @Override
  public int deactivateStuntmenOfActorsBornBefore(LocalDate day) {
    return handle
        .createUpdate(DEACTIVATE_STUNTMEN_OF_ACTORS_BORN_BEFORE)
        .bind("day", day)
        .execute();
  }

  @Override
  public int deleteRolesInMoviesReleasedBefore(LocalDate day) {
    return handle.createUpdate(DELETE_ROLES_IN_MOVIES_RELEASED_BEFORE).bind("day", day).execute();
  }

  @Override
  public int deleteMoviesReleasedBefore(LocalDate day) {
    return handle.createUpdate(DELETE_MOVIES_RELEASED_BEFORE).bind("day", day).execute();
  }
}
