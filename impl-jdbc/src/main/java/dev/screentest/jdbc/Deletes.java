package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import dev.screentest.domain.NotFoundException;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Deletes objects with the rows that go along: foreign keys have no cascade. */
final class Deletes {

  private static final String ROLES_OF_MOVIE =
      """
      delete from movies_actors
      where movie_id = ?\
      """;

  private static final String MOVIE =
      """
      delete from movies
      where id = ?\
      """;

  private static final String CONTACT_DETAILS_OF_ACTOR =
      """
      delete from contact_details
      where actor_id = ?\
      """;

  private static final String STUNTMAN_OF_ACTOR =
      """
      delete from stuntmen
      where actor_id = ?\
      """;

  private static final String ROLES_OF_ACTOR =
      """
      delete from movies_actors
      where actor_id = ?\
      """;

  private static final String ACTOR =
      """
      delete from actors
      where id = ?\
      """;

  private final UnitConnection connection;

  Deletes(UnitConnection connection) {
    this.connection = connection;
  }

  void movie(Movie movie) throws SQLException {
    long id = Ids.of(movie);
    delete(ROLES_OF_MOVIE, id);
    requireOne(delete(MOVIE, id), movie);
  }

  void actor(Actor actor) throws SQLException {
    long id = Ids.of(actor);
    delete(CONTACT_DETAILS_OF_ACTOR, id);
    delete(STUNTMAN_OF_ACTOR, id);
    delete(ROLES_OF_ACTOR, id);
    requireOne(delete(ACTOR, id), actor);
  }

  private int delete(String sql, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepare(sql)) {
      statement.setLong(1, id);
      return statement.executeUpdate();
    }
  }

  private static void requireOne(int rows, Object entity) {
    if (rows == 0) {
      throw new NotFoundException("delete: the row of " + entity + " has gone");
    }
  }
}
