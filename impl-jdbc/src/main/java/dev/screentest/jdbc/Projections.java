package dev.screentest.jdbc;

import dev.screentest.domain.CastList;
import dev.screentest.domain.CastList.Member;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieSummary;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The queries for projections: rows of records, without entities. */
final class Projections {

  private static final String CREDITS =
      """
      select m.title, a.name as actor_name
      from movies m
      join movies_actors ma on ma.movie_id = m.id
      join actors a on a.id = ma.actor_id
      where m.id between ? and ?
      order by m.id, a.id\
      """;

  private static final String SUMMARIES =
      """
      select m.id as movie_id, m.title, m.release_date, count(ma.actor_id) as cast_size
      from movies m
      left join movies_actors ma on ma.movie_id = m.id
      where m.id between ? and ?
      group by m.id
      order by m.id\
      """;

  /** Gathers a cast in arrays, as {@link NestedFetch} does and for its reasons. */
  private static final String CAST_LISTS =
      """
      select m.id as movie_id, m.title, c.ids, c.names
      from movies m
      left join (
        select ma.movie_id,
               array_agg(a.id order by a.id) as ids,
               array_agg(a.name order by a.id) as names
        from movies_actors ma
        join actors a on a.id = ma.actor_id
        where ma.movie_id between ? and ?
        group by ma.movie_id) c on c.movie_id = m.id
      where m.id between ? and ?
      order by m.id\
      """;

  private final UnitConnection connection;
  private final Columns columns;

  Projections(UnitConnection connection, Columns columns) {
    this.connection = connection;
    this.columns = columns;
  }

  List<MovieCredit> credits(long first, long last) throws SQLException {
    try (PreparedStatement query = connection.prepare(CREDITS)) {
      query.setLong(1, first);
      query.setLong(2, last);
      return Rows.list(query, this::credit);
    }
  }

  List<MovieSummary> summaries(long first, long last) throws SQLException {
    try (PreparedStatement query = connection.prepare(SUMMARIES)) {
      query.setLong(1, first);
      query.setLong(2, last);
      return Rows.list(query, this::summary, Rows.room(first, last));
    }
  }

  private MovieCredit credit(ResultSet row) throws SQLException {
    return new MovieCredit(columns.text(row, 1, "title"), columns.text(row, 2, "actor_name"));
  }

  private MovieSummary summary(ResultSet row) throws SQLException {
    return new MovieSummary(
        columns.number(row, 1, "movie_id"),
        columns.text(row, 2, "title"),
        columns.date(row, 3, "release_date"),
        columns.number(row, 4, "cast_size"));
  }

  List<CastList> castLists(long first, long last) throws SQLException {
    try (PreparedStatement query = connection.prepare(CAST_LISTS)) {
      query.setLong(1, first);
      query.setLong(2, last);
      query.setLong(3, first);
      query.setLong(4, last);
      return Rows.list(query, this::castList, Rows.room(first, last));
    }
  }

  private CastList castList(ResultSet row) throws SQLException {
    return new CastList(
        columns.number(row, 1, "movie_id"), columns.text(row, 2, "title"), cast(row));
  }

  private List<Member> cast(ResultSet row) throws SQLException {
    Array ids = columns.array(row, 3, "ids");
    Array names = columns.array(row, 4, "names");
    if (ids == null || names == null) {
      return List.of(); // where there was nothing to gather, the database returns null
    }
    Long[] actorIds = (Long[]) ids.getArray();
    String[] actorNames = (String[]) names.getArray();
    Member[] cast = new Member[actorIds.length];
    for (int i = 0; i < cast.length; i++) {
      cast[i] = new Member(actorIds[i], actorNames[i]);
    }
    return List.of(cast);
  }
}
