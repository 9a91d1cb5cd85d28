package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.Contents;
import java.util.List;

/** So many movies without a cast, each stored in a transaction of its own. */
record InsertSeparately(int rows) implements Deed<List<Movie>> {

  @Override
  public List<List<Movie>> prepare(Stage stage, int operations) {
    return InsertRows.batches(rows, operations);
  }

  @Override
  public Object perform(MovieStore store, List<Movie> movies) {
    for (Movie movie : movies) {
      store.write(
          work -> {
            work.save(movie);
            return movie;
          });
    }
    return movies;
  }

  @Override
  public Contents expected(Contents initial, List<List<Movie>> used, List<List<Movie>> left) {
    return NewMovies.added(initial, used.stream().flatMap(List::stream).toList());
  }

  @Override
  public Bill bill() {
    return Bill.ofWrite(rows, rows).withTransactions(rows).withNewIds(rows);
  }
}
