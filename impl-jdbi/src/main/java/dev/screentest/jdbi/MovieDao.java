package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Movies by id, without their cast. */
interface MovieDao {

  String FIND = Select.MOVIES + "where m.id = :id";

  String BETWEEN = Select.MOVIES + "where m.id between :first and :last order by m.id";

  @SqlQuery(FIND)
  Optional<Movie> find(long id);

  @SqlQuery(BETWEEN)
  List<Movie> between(long first, long last);
}
