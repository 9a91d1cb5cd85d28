package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.Contents;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A movie with three actors, each with a stuntman and two contact details, stored in one
 * transaction: sixteen rows in five tables. The movie is saved and takes its cast along.
 */
record InsertGraph() implements Deed<Movie> {

  private static final int ROWS = 16;
  private static final int NEW_IDS = 13;

  /**
   * Five tables; the driver sends a batch of three rows as a statement of two rows and one of one
   * row, and one of six as four and two.
   */
  private static final int STATEMENTS = 9;

  @Override
  public List<Movie> prepare(Stage stage, int operations) {
    return IntStream.range(0, operations).mapToObj(NewMovies::withCast).toList();
  }

  @Override
  public Object perform(MovieStore store, Movie movie) {
    return store.write(
        work -> {
          work.save(movie);
          return movie;
        });
  }

  @Override
  public Contents expected(Contents initial, List<Movie> used, List<Movie> left) {
    return NewMovies.added(initial, used);
  }

  @Override
  public Bill bill() {
    return Bill.ofWrite(5, ROWS)
        .withStatements(OptionalLong.of(STATEMENTS))
        .withRowsRead(0)
        .withNewIds(NEW_IDS)
        .inBatches();
  }
}
