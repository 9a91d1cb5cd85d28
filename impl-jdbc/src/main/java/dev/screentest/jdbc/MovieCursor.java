package dev.screentest.jdbc;

import dev.screentest.domain.Movie;
import dev.screentest.domain.spi.SqlErrors;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All movies, a thousand rows at a time from a cursor of the server. */
final class MovieCursor extends AbstractSpliterator<Movie> {

  private static final String ALL =
      """
      select id as movie_id, title, release_date
      from movies\
      """;

  private static final int FETCH_SIZE = 1000;

  private final PreparedStatement query;
  private final ResultSet row;
  private final Entities entities;

  private MovieCursor(PreparedStatement query, ResultSet row, Entities entities) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.query = query;
    this.row = row;
    this.entities = entities;
  }

  /** Opens the cursor, which needs a transaction; closing the stream closes it. */
  static Stream<Movie> open(UnitConnection connection, Entities entities) throws SQLException {
    PreparedStatement query = connection.prepare(ALL);
    try {
      query.setFetchSize(FETCH_SIZE);
      MovieCursor cursor = new MovieCursor(query, query.executeQuery(), entities);
      return StreamSupport.stream(cursor, false).onClose(cursor::close);
    } catch (SQLException failure) {
      try (query) { // closes it, and keeps what goes wrong with that as suppressed
        throw failure;
      }
    }
  }

  @Override
  public boolean tryAdvance(Consumer<? super Movie> action) {
    Movie movie;
    try {
      if (!row.next()) {
        return false;
      }
      movie = entities.movie(row);
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
    action.accept(movie);
    return true;
  }

  private void close() {
    try (query) {
      row.close();
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }
}
