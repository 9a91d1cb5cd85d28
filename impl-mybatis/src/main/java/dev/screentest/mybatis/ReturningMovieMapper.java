package dev.screentest.mybatis;

import dev.screentest.domain.Movie;
import java.util.List;

/** {@link MovieMapper}, with inserts that bring back the ids that the database gives. */
interface ReturningMovieMapper extends MovieMapper {

  /** Inserts rows by one statement. */
  int insertRows(List<Movie> rows);
}
