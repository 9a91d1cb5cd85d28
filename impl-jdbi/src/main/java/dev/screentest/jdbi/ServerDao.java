package dev.screentest.jdbi;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What is asked of the server and of no table. */
interface ServerDao {

  String ONE =
      "select 1";

  String NEXT_VALUES =
      "select nextval(cast(:sequence as regclass)) from generate_series(1, :count)";

  @SqlQuery(ONE)
  int one();

  @SqlQuery(NEXT_VALUES)
  List<Long> nextValues(String sequence, int count);
}
