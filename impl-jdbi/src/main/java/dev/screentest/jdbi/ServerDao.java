package dev.screentest.jdbi;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What is asked of the server and of no table. */
interface ServerDao {

  @SqlQuery("select 1")
  int one();

  @SqlQuery("select nextval(cast(:sequence as regclass)) from generate_series(1, :count)")
  List<Long> nextValues(String sequence, int count);
}
