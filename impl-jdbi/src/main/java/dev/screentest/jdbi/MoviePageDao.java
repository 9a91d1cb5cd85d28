package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Pages of movies: a statement for each order, since Jdbi's templates would parse each text anew.
 */
interface MoviePageDao {

  String BY_ID = Select.MOVIES + "order by m.id limit :limit offset :offset";

  String BY_TITLE =
      Select.MOVIES + "order by m.title collate \"C\", m.id limit :limit offset :offset";

  String BY_RELEASE_DATE =
      Select.MOVIES + "order by m.release_date nulls last, m.id limit :limit offset :offset";

  String AFTER_TITLE =
      Select.MOVIES
          + """
          where (m.title collate "C", m.id) > (:title, :id)
          order by m.title collate "C", m.id
          limit :limit
          """;

  @SqlQuery(BY_ID)
  List<Movie> byId(long offset, int limit);

  @SqlQuery(BY_TITLE)
  List<Movie> byTitle(long offset, int limit);

  @SqlQuery(BY_RELEASE_DATE)
  List<Movie> byReleaseDate(long offset, int limit);

  @SqlQuery(AFTER_TITLE)
  List<Movie> afterTitle(String title, long id, int limit);
}
