package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.result.ResultSetScanner;
import org.jdbi.v3.core.statement.StatementContext;

/** Scans movies that bring their casts in a column. */
final class NestedCastScanner implements ResultSetScanner<List<Movie>> {

  private static final int MOVIE = 1;
  private static final int CAST = MOVIE + StoredMovieMapper.COLUMNS;

  private static final ColumnMapper<List<ActorJson>> CASTS = new JsonCastMapper();

  @Override
  public List<Movie> scanResultSet(Supplier<ResultSet> result, StatementContext context)
      throws SQLException {
    NestedCast cast = new NestedCast();
    try (context) {
      ResultSet row = result.get();
      while (row.next()) {
        cast.add(StoredMovieMapper.read(row, MOVIE), CASTS.map(row, CAST, context));
      }
    }
    return cast.movies().toList();
  }
}
