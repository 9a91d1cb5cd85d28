package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.Contents;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Ten movies and their roles deleted by condition, one statement for each table. */
record DeleteMovies() implements Deed<Integer> {

  private static final int MOVIES = 10;
  private static final long FIRST_ID = 1_000_000_001L;

  /** Before all that is in a data set: each operation has a day of its own. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);

  @Override
  public List<Integer> prepare(Stage stage, int operations) throws SQLException {
    stage.prepare(
        """
        insert into movies (id, title, release_date)
          select %1$d + n, 'Extra', date '%3$s' + n / %4$d from generate_series(0, %2$d) n;
        insert into movies_actors (movie_id, actor_id)
          select %1$d + n, 1 from generate_series(0, %2$d) n
        """
            .formatted(FIRST_ID, operations * MOVIES - 1, FIRST_DAY, MOVIES));
    return IntStream.range(0, operations).boxed().toList();
  }

  @Override
  public Object perform(MovieStore store, Integer operation) {
    return store.write(work -> work.deleteMoviesReleasedBefore(FIRST_DAY.plusDays(operation + 1L)));
  }

  @Override
  public void verify(Object result, Integer operation, Answers answers) {
    Difference.requireNone("number of movies deleted", MOVIES, result);
  }

  @Override
  public Contents expected(Contents initial, List<Integer> used, List<Integer> left) {
    return ContentsEdit.with(
        initial,
        left.stream()
            .flatMap(
                operation ->
                    LongStream.range(0, MOVIES)
                        .mapToObj(
                            n ->
                                new Contents.MovieRow(
                                    FIRST_ID + (long) operation * MOVIES + n,
                                    "Extra",
                                    FIRST_DAY.plusDays(operation),
                                    List.of(1L))))
            .toList(),
        List.of());
  }

  @Override
  public Bill bill() {
    return Bill.ofWrite(2, 2 * MOVIES).withRowsRead(0);
  }
}
