package dev.screentest.jdbc;

import dev.screentest.domain.CastList;
import dev.screentest.domain.CastList.Member;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The query for casts as nested records: one flat join, in the order of movies, then of actors. */
final class CastListQuery {

  private static final String IN_RANGE =
      """
      select m.id, m.title, a.id, a.name
      from movies m
      left join movies_actors ma on ma.movie_id = m.id
      left join actors a on a.id = ma.actor_id
      where m.id between ? and ?
      order by m.id, a.id\
      """;

  private final UnitConnection connection;

  CastListQuery(UnitConnection connection) {
    this.connection = connection;
  }

  List<CastList> inRange(long first, long last) throws SQLException {
    try (PreparedStatement query = connection.prepare(IN_RANGE)) {
      query.setLong(1, first);
      query.setLong(2, last);
      try (ResultSet row = query.executeQuery()) {
        return castLists(row);
      }
    }
  }

  private static List<CastList> castLists(ResultSet row) throws SQLException {
    List<CastList> lists = new ArrayList<>();
    List<Member> cast = new ArrayList<>(); // of one movie after the other: a cast list copies it
    boolean more = row.next();
    while (more) {
      long movieId = row.getLong(1);
      String title = row.getString(2);
      cast.clear();
      do {
        long actorId = row.getLong(3);
        if (!row.wasNull()) {
          cast.add(new Member(actorId, row.getString(4)));
        }
        more = row.next();
      } while (more && row.getLong(1) == movieId);
      lists.add(new CastList(movieId, title, cast));
    }
    return lists;
  }
}
