package dev.screentest.jdbi;

import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What is asked of the server and of no table. */
interface ServerDao {

  String ONE = "select 1";

  String NEXT_VALUE = "select nextval(cast(:sequence as regclass))";

  @SqlQuery(ONE)
  int one();

  @SqlQuery(NEXT_VALUE)
  long nextValue(String sequence);
}
