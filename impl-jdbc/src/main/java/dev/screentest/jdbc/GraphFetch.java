package dev.screentest.jdbc;

import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.Movie;
import java.sql.SQLException;
import java.util.List;

/** A way to fetch movies with their cast. */
sealed interface GraphFetch permits NPlusOneFetch, BatchedFetch, JoinedFetch, NestedFetch {

  /**
   * Returns the movies with ids in a range, both ends included, with their actors.
   *
   * @param contactDetails whether the actors come with their contact details
   */
  List<Movie> fetch(long first, long last, boolean contactDetails) throws SQLException;

  /** Returns the way that a strategy names. */
  static GraphFetch of(
      FetchStrategy strategy, UnitConnection connection, Columns columns, Entities entities) {
    return switch (strategy) {
      case N_PLUS_ONE -> new NPlusOneFetch(connection, entities);
      case BATCHED -> new BatchedFetch(connection, entities);
      case JOINED -> new JoinedFetch(connection, entities);
      case NESTED -> new NestedFetch(connection, columns, entities);
    };
  }
}
