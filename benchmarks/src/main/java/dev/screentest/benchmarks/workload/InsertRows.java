package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.Contents;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** So many movies without a cast, stored in one transaction by a strategy. */
record InsertRows(int rows, InsertStrategy strategy) implements Deed<List<Movie>> {

  @Override
  public List<List<Movie>> prepare(Stage stage, int operations) {
    return batches(rows, operations);
  }

  /** Makes movies for so many operations. */
  static List<List<Movie>> batches(int rows, int operations) {
    return IntStream.range(0, operations)
        .mapToObj(operation -> NewMovies.alone(operation * rows, rows))
        .toList();
  }

  @Override
  public Object perform(MovieStore store, List<Movie> movies) {
    return store.write(
        work -> {
          work.saveAll(movies, strategy);
          return movies;
        });
  }

  @Override
  public Contents expected(Contents initial, List<List<Movie>> used, List<List<Movie>> left) {
    return NewMovies.added(initial, used.stream().flatMap(List::stream).toList());
  }

  @Override
  public Bill bill() {
    Bill bill = Bill.ofWrite(rows, rows).withNewIds(rows);
    return switch (strategy) {
      case ROW_BY_ROW -> bill;
      case BATCHED ->
          bill.withStatements(OptionalLong.empty())
              .withRoundTrips(strategy.roundTrips(rows))
              .inBatches();
      case BULK ->
          bill.withStatements(OptionalLong.empty())
              .withRoundTripsUpTo(InsertStrategy.BATCHED.roundTrips(rows).orElseThrow())
              .inBatches();
    };
  }
}
