package dev.screentest.jdbi;

import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieSummary;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Rows of records, without entities. */
interface ProjectionDao {

  @SqlQuery(
      """
      select m.title, a.name as actor_name
      from movies m
      join movies_actors r on r.movie_id = m.id
      join actors a on a.id = r.actor_id
      where m.id between :first and :last
      order by m.id, a.id
      """)
  List<MovieCredit> credits(long first, long last);

  @SqlQuery(
      """
      select m.id, m.title, m.release_date, count(r.actor_id) as cast_size
      from movies m
      left join movies_actors r on r.movie_id = m.id
      where m.id between :first and :last
      group by m.id
      order by m.id
      """)
  List<MovieSummary> summaries(long first, long last);
}
