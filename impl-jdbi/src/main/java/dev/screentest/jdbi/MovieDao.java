package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Movies by id, without their cast. */
interface MovieDao {

  @SqlQuery(Select.MOVIES + "where m.id = :id")
  Optional<Movie> find(long id);

  @SqlQuery(Select.MOVIES + "where m.id between :first and :last order by m.id")
  List<Movie> between(long first, long last);
}
