package dev.screentest.jdbc;

import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.spi.LikePattern;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The query of a search form. It has one text for each set of conditions, put together once, so
 * that the driver finds each again and prepares it.
 */
final class MovieSearchQuery {

  /** A condition is a bit, and a set of them the index of its text. */
  private static final int TITLE = 1;

  private static final int RELEASED = 2;
  private static final int ACTOR = 4;

  private static final String[] TEXTS =
      IntStream.range(0, 2 * ACTOR).mapToObj(MovieSearchQuery::text).toArray(String[]::new);

  private final UnitConnection connection;
  private final Entities entities;

  MovieSearchQuery(UnitConnection connection, Entities entities) {
    this.connection = connection;
    this.entities = entities;
  }

  private static String text(int given) {
    List<String> conditions = new ArrayList<>();
    if ((given & TITLE) != 0) {
      conditions.add("title ilike ?");
    }
    if ((given & RELEASED) != 0) {
      conditions.add("release_date > ?");
    }
    if ((given & ACTOR) != 0) {
      conditions.add(
          """
          id in (
            select ma.movie_id
            from movies_actors ma
            join actors a on a.id = ma.actor_id
            where a.name = ?)\
          """);
    }
    return """
    select id as movie_id, title, release_date
    from movies
    """
        + (conditions.isEmpty() ? "" : "where " + String.join("\nand ", conditions) + "\n")
        + "order by id";
  }

  List<Movie> moviesOf(MovieSearch search) throws SQLException {
    String fragment = search.titleFragment();
    LocalDate day = search.releasedAfter();
    String name = search.actorName();
    int given =
        (fragment == null ? 0 : TITLE) | (day == null ? 0 : RELEASED) | (name == null ? 0 : ACTOR);
    try (PreparedStatement query = connection.prepare(TEXTS[given])) {
      int parameter = 0;
      if (fragment != null) {
        query.setString(++parameter, LikePattern.containing(fragment));
      }
      if (day != null) {
        query.setObject(++parameter, day);
      }
      if (name != null) {
        query.setString(++parameter, name);
      }
      return Rows.list(query, entities::movie);
    }
  }
}
