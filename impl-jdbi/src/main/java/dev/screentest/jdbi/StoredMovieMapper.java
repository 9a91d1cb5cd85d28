package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps the columns {@link Select#MOVIE_COLUMNS}, wherever in a row they begin, by hand. */
final class StoredMovieMapper implements RowMapper<Movie> {

  /** How many columns it reads. */
  static final int COLUMNS = 3;

  /** Returns the movie whose columns begin at an index. */
  static Movie read(ResultSet row, int first) throws SQLException {
    return new Movie(
        row.getLong(first), row.getString(first + 1), row.getObject(first + 2, LocalDate.class));
  }

  @Override
  public Movie map(ResultSet row, StatementContext context) throws SQLException {
    return read(row, row.findColumn("m_id"));
  }

  /** Looks for the columns once in each result. */
  @Override
  public RowMapper<Movie> specialize(ResultSet rows, StatementContext context) throws SQLException {
    int first = rows.findColumn("m_id");
    return (row, sameContext) -> read(row, first);
  }
}
