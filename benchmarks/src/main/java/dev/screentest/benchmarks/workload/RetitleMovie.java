package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.Contents;
import java.util.List;

/** Another title for a movie by one statement, without reading it. */
record RetitleMovie() implements Deed<NewTitle> {

  @Override
  public List<NewTitle> prepare(Stage stage, int operations) {
    return NewTitle.draw(operations, stage.catalogue().movies());
  }

  @Override
  public Object perform(MovieStore store, NewTitle change) {
    return store.write(work -> work.retitleMovie(change.movieId(), change.title()));
  }

  @Override
  public void verify(Object result, NewTitle change, Answers answers) {
    Difference.requireNone("retitled movie " + change.movieId(), true, result);
  }

  @Override
  public Contents expected(Contents initial, List<NewTitle> used, List<NewTitle> left) {
    return NewTitle.applied(initial, used);
  }

  @Override
  public Bill bill() {
    return Bill.ofWrite(1, 1).withRowsRead(0);
  }
}
