package dev.screentest.benchmarks.pool;

import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.Movie;
import dev.screentest.testbed.data.MovieFacts;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Makes sure that units of work do what they say before anybody times them. */
final class Rehearsal {

  private static final int MOVIES = 50;
  private static final String TITLE = "Rehearsal";

  private Rehearsal() {}

  /**
   * Reads and writes on one connection, and compares with the generator of the data and with what
   * the server holds then.
   *
   * @throws IllegalStateException if something else came out
   */
  static void hold(Arena arena, PoolOptions options) throws SQLException, InterruptedException {
    try (PooledDatabase pool = arena.openPool(options.withSize(1))) {
      pool.awaitFull();
      long last = Math.min(MOVIES, arena.catalogue().movies());
      for (long id = 1; id <= last; id++) {
        Optional<Movie> found = Units.read(arena.store(), id, Think.NONE);
        requireSame(
            "movie " + id,
            Optional.of(arena.catalogue().movie(id)),
            found.map(movie -> MovieFacts.of(movie, FetchDepth.MOVIES)));
      }
      for (String title : List.of(TITLE, arena.catalogue().movie(1).title())) {
        Units.write(arena.store(), 1, title, Think.NONE);
        requireSame("the title of movie 1", title, arena.title(1));
      }
    }
  }

  private static void requireSame(String subject, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException(
          subject + " must be " + expected + " and is " + actual + ", so nothing was timed");
    }
  }
}
