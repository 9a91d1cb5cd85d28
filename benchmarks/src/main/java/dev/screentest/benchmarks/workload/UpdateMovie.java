package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.Contents;
import java.util.List;

/**
 * Another title for a movie: read it by its id, change it, save it, in one transaction. Each title
 * is a new one, so that no implementation can find nothing to do.
 */
record UpdateMovie() implements Deed<NewTitle> {

  @Override
  public List<NewTitle> prepare(Stage stage, int operations) {
    List<NewTitle> changes = NewTitle.draw(operations, stage.catalogue().movies());
    stage.warmSharedCache(changes.stream().mapToLong(NewTitle::movieId));
    return changes;
  }

  @Override
  public Object perform(MovieStore store, NewTitle change) {
    return store.write(
        work -> {
          Movie movie = work.findMovie(change.movieId()).orElseThrow();
          movie.setTitle(change.title());
          work.save(movie);
          return movie;
        });
  }

  @Override
  public Contents expected(Contents initial, List<NewTitle> used, List<NewTitle> left) {
    return NewTitle.applied(initial, used);
  }

  @Override
  public Bill bill() {
    return Bill.ofWrite(2, 1)
        .withRowsRead(1)
        .orWhere(Bill.ASKED_ANEW, Bill.ofWrite(1, 1).withRowsRead(0));
  }
}
