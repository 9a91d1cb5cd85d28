package dev.screentest.mybatis;

import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.cursor.Cursor;
import org.jspecify.annotations.Nullable;

/** Statements on the table of movies, which come without their casts. */
interface MovieMapper {

  Optional<Movie> find(long id);

  List<Movie> all();

  /** All movies, by a cursor of the server as long as there is a transaction. */
  Cursor<Movie> stream();

  List<Movie> inRange(IdRange ids);

  long count();

  boolean existsTitled(String title);

  List<String> distinctTitles();

  List<Movie> releasedAfter(LocalDate day);

  Optional<Movie> firstReleasedAfter(LocalDate day);

  List<Movie> starring(String actorName);

  /**
   * Movies that fit what is given of three conditions.
   *
   * @param titlePattern a pattern of {@code ILIKE}
   */
  List<Movie> search(
      @Nullable String titlePattern, @Nullable LocalDate releasedAfter, @Nullable String actorName);

  List<Movie> page(MovieOrder order, long offset, int limit);

  List<Movie> pageAfter(String title, long id, int limit);

  List<MovieCredit> credits(IdRange movieIds);

  List<MovieSummary> summaries(IdRange movieIds);

  int insert(Movie movie);

  /** Inserts any number of rows by one statement; the arrays are the table's columns. */
  int insertAll(Long[] ids, String[] titles, @Nullable LocalDate[] releaseDates);

  int update(Movie movie);

  int retitle(long id, String title);

  int delete(Movie movie);

  int deleteReleasedBefore(LocalDate day);
}
