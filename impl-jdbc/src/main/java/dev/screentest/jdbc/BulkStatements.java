package dev.screentest.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/** Statements that change rows by a condition, without objects. */
final class BulkStatements {

  private static final String RETITLE_MOVIE =
      """
      update movies
      set title = ?
      where id = ?\
      """;

  private static final String DEACTIVATE_STUNTMEN =
      """
      update stuntmen s
      set active = false
      from actors a
      where a.id = s.actor_id and a.birthday < ? and s.active\
      """;

  private static final String DELETE_ROLES =
      """
      delete from movies_actors ma
      using movies m
      where m.id = ma.movie_id and m.release_date < ?\
      """;

  private static final String DELETE_MOVIES =
      """
      delete from movies
      where release_date < ?\
      """;

  private final UnitConnection connection;

  BulkStatements(UnitConnection connection) {
    this.connection = connection;
  }

  boolean retitleMovie(long id, String title) throws SQLException {
    try (PreparedStatement statement = connection.prepare(RETITLE_MOVIE)) {
      statement.setString(1, title);
      statement.setLong(2, id);
      return statement.executeUpdate() == 1;
    }
  }

  int deactivateStuntmenOfActorsBornBefore(LocalDate day) throws SQLException {
    return execute(DEACTIVATE_STUNTMEN, day);
  }

  int deleteMoviesReleasedBefore(LocalDate day) throws SQLException {
    execute(DELETE_ROLES, day);
    return execute(DELETE_MOVIES, day);
  }

  private int execute(String sql, LocalDate day) throws SQLException {
    try (PreparedStatement statement = connection.prepare(sql)) {
      statement.setObject(1, day);
      return statement.executeUpdate();
    }
  }
}
