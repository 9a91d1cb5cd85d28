package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** All movies there are. */
interface CatalogueDao {

  String MOVIES = Select.MOVIES + "order by m.id";

  String COUNT = "select count(*) from movies";

  String TITLES = "select distinct title collate \"C\" from movies order by 1";

  String STREAM = Select.MOVIES;

  /** How many rows of a stream the driver holds. */
  int ROWS_AT_ONCE = 1000;

  @SqlQuery(MOVIES)
  List<Movie> movies();

  @SqlQuery(COUNT)
  long count();

  @SqlQuery(TITLES)
  List<String> titles();

  /** In a transaction, and with a fetch size, the driver reads through a cursor. */
  @SqlQuery(STREAM)
  @FetchSize(ROWS_AT_ONCE)
  Stream<Movie> stream();
}
