package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Pages of movies: a statement for each order, since Jdbi's templates would parse each text anew.
 */
interface MoviePageDao {

  @SqlQuery(Select.MOVIES + "order by m.id limit :limit offset :offset")
  List<Movie> byId(long offset, int limit);

  @SqlQuery(Select.MOVIES + "order by m.title collate \"C\", m.id limit :limit offset :offset")
  List<Movie> byTitle(long offset, int limit);

  @SqlQuery(Select.MOVIES + "order by m.release_date nulls last, m.id limit :limit offset :offset")
  List<Movie> byReleaseDate(long offset, int limit);

  @SqlQuery(
      Select.MOVIES
          + """
          where (m.title collate "C", m.id) > (:title, :id)
          order by m.title collate "C", m.id
          limit :limit
          """)
  List<Movie> afterTitle(String title, long id, int limit);
}
