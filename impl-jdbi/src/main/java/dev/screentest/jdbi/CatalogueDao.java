package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** All movies there are. */
interface CatalogueDao {

  @SqlQuery(Select.MOVIES + "order by m.id")
  List<Movie> movies();

  @SqlQuery("select count(*) from movies")
  long count();

  @SqlQuery("select distinct title collate \"C\" from movies order by 1")
  List<String> titles();

  /** In a transaction, and with a fetch size, the driver reads through a cursor. */
  @SqlQuery(Select.MOVIES)
  @FetchSize(1000)
  Stream<Movie> stream();
}
