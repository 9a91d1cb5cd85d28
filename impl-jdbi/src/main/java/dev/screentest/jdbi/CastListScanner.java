package dev.screentest.jdbi;

import dev.screentest.domain.CastList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.result.ResultSetScanner;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Scans titles joined with the names of the cast, the rows of a movie one after the other. */
final class CastListScanner implements ResultSetScanner<List<CastList>> {

  private static final int MOVIE_ID = 1;
  private static final int TITLE = 2;
  private static final int ACTOR_ID = 3;

  @Override
  public List<CastList> scanResultSet(Supplier<ResultSet> result, StatementContext context)
      throws SQLException {
    List<CastList> lists = new ArrayList<>();
    OpenCastList open = null;
    try (context) {
      ResultSet row = result.get();
      while (row.next()) {
        long movieId = row.getLong(MOVIE_ID);
        if (open == null || open.movieId() != movieId) {
          close(open, lists);
          open = new OpenCastList(movieId, row.getString(TITLE));
        }
        row.getLong(ACTOR_ID);
        if (!row.wasNull()) {
          open.add(HandWrittenMappers.CAST_LIST_MEMBER.map(row, context));
        }
      }
    }
    close(open, lists);
    return lists;
  }

  private static void close(@Nullable OpenCastList open, List<CastList> lists) {
    if (open != null) {
      lists.add(open.close());
    }
  }
}
