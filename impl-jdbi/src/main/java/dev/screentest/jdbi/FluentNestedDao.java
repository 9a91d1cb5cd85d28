package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** {@link NestedDao} by the fluent API. */
record FluentNestedDao(Handle handle) implements NestedDao {

  @Override
  public List<Movie> moviesWithCast(long first, long last) {
    return scan(MOVIES_WITH_CAST, first, last);
  }

  @Override
  public List<Movie> moviesWithCastAndContactDetails(long first, long last) {
    return scan(MOVIES_WITH_CAST_AND_CONTACT_DETAILS, first, last);
  }

  private List<Movie> scan(String sql, long first, long last) {
    return handle
        .createQuery(sql)
        .bind("first", first)
        .bind("last", last)
        .scanResultSet(new NestedCastScanner());
  }
}
