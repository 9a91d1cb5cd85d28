package dev.screentest.jdbc;

import dev.screentest.domain.CastList;
import dev.screentest.domain.CastList.Member;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieSummary;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The queries for projections: rows of records, without entities. */
final class Projections {

  private static final String CREDITS =
      """
      select m.title, a.name as actor_name
      from movies_actors ma
      join movies m on m.id = ma.movie_id
      join actors a on a.id = ma.actor_id
      where ma.movie_id between ? and ?
      order by ma.movie_id, ma.actor_id\
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

  private static final String CAST_LISTS =
      """
      select m.id as movie_id, m.title, a.id as actor_id, a.name as actor_name
      from movies m
      left join movies_actors ma on ma.movie_id = m.id
      left join actors a on a.id = ma.actor_id
      where m.id between ? and ?
      order by m.id, a.id\
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
      try (ResultSet row = query.executeQuery()) {
        return castLists(row);
      }
    }
  }

  private List<CastList> castLists(ResultSet row) throws SQLException {
    List<CastList> lists = new ArrayList<>();
    List<Member> cast = new ArrayList<>(); // of one movie after the other: a cast list copies it
    boolean more = row.next();
    while (more) {
      long movieId = columns.number(row, 1, "movie_id");
      String title = columns.text(row, 2, "title");
      cast.clear();
      do {
        long actorId = columns.number(row, 3, "actor_id");
        if (!row.wasNull()) {
          cast.add(new Member(actorId, columns.text(row, 4, "actor_name")));
        }
        more = row.next();
      } while (more && columns.number(row, 1, "movie_id") == movieId);
      lists.add(new CastList(movieId, title, cast));
    }
    return lists;
  }
}
