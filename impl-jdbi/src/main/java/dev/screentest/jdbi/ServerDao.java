package dev.screentest.jdbi;

import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What is asked of the server and of no table. */
interface ServerDao {

  @SqlQuery("select 1")
  int one();

  @SqlQuery("select nextval(cast(:sequence as regclass))")
  long nextValue(String sequence);
}
