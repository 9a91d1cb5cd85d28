package dev.screentest.jdbi;

import dev.screentest.domain.CastList;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowReducer;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.UseRowReducer;

/** Rows of records, without entities. */
interface ProjectionDao {

  String CREDITS =
      """
      select m.title, a.name as actor_name
      from movies m
      join movies_actors r on r.movie_id = m.id
      join actors a on a.id = r.actor_id
      where m.id between :first and :last
      order by m.id, a.id
      """;

  String SUMMARIES =
      """
      select m.id, m.title, m.release_date, count(r.actor_id) as cast_size
      from movies m
      left join movies_actors r on r.movie_id = m.id
      where m.id between :first and :last
      group by m.id
      order by m.id
      """;

  String CAST_LISTS =
      """
      select m.id as movie_id, m.title, a.id as actor_id, a.name
      from movies m
      left join movies_actors r on r.movie_id = m.id
      left join actors a on a.id = r.actor_id
      where m.id between :first and :last
      order by m.id, a.id
      """;

  @SqlQuery(CREDITS)
  List<MovieCredit> credits(long first, long last);

  @SqlQuery(SUMMARIES)
  List<MovieSummary> summaries(long first, long last);

  @SqlQuery(CAST_LISTS)
  @UseRowReducer(CastListReducer.class)
  List<CastList> castLists(long first, long last);

  /** Reduces titles joined with the names of the cast. Public, because Jdbi creates it. */
  class CastListReducer implements RowReducer<Map<Long, OpenCastList>, CastList> {

    @Override
    public Map<Long, OpenCastList> container() {
      return new LinkedHashMap<>();
    }

    @Override
    public void accumulate(Map<Long, OpenCastList> lists, RowView row) {
      OpenCastList list =
          lists.computeIfAbsent(
              row.getColumn("movie_id", Long.class),
              id -> new OpenCastList(id, row.getColumn("title", String.class)));
      if (row.getColumn("actor_id", Long.class) != null) {
        list.add(row.getRow(CastList.Member.class));
      }
    }

    @Override
    public Stream<CastList> stream(Map<Long, OpenCastList> lists) {
      return lists.values().stream().map(OpenCastList::close);
    }
  }
}
