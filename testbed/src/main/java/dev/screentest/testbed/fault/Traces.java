package dev.screentest.testbed.fault;

import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * What the tables have of a unit of work.
 *
 * @param movies its movies
 * @param roles their casts
 * @param actors the actors that were to play in them
 */
record Traces(int movies, int roles, int actors) {
  static final Traces NONE = new Traces(0, 0, 0);

  private static final Traces OF_A_WHOLE =
      new Traces(DrillUnit.MOVIES, DrillUnit.ROLES, DrillUnit.ACTORS);

  /** Reads those of all units of a drill. */
  static Map<String, Traces> in(Workspace workspace) throws SQLException {
    Map<String, Traces> traces = new HashMap<>();
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet movie =
          statement.executeQuery(
              """
              select m.title, (select count(*) from movies_actors r where r.movie_id = m.id)
              from movies m
              """)) {
        while (movie.next()) {
          String key = DrillUnit.keyOf(movie.getString(1));
          traces.merge(key, new Traces(1, movie.getInt(2), 0), Traces::plus);
        }
      }
      try (ResultSet actors =
          statement.executeQuery("select name, count(*) from actors group by name")) {
        while (actors.next()) {
          traces.merge(actors.getString(1), new Traces(0, 0, actors.getInt(2)), Traces::plus);
        }
      }
    }
    return traces;
  }

  private Traces plus(Traces more) {
    return new Traces(movies + more.movies, roles + more.roles, actors + more.actors);
  }

  boolean isWhole() {
    return equals(OF_A_WHOLE);
  }

  /** Whether there is more of it than one unit writes. */
  boolean isDoubled() {
    return movies > DrillUnit.MOVIES || roles > DrillUnit.ROLES || actors > DrillUnit.ACTORS;
  }

  /** Whether something of it is there, and something missing. */
  boolean isHalf() {
    return !equals(NONE) && !isWhole() && !isDoubled();
  }
}
