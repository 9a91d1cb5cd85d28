package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.Contents;
import java.util.List;

/**
 * A detached movie with another title, written over the stored one.
 *
 * @param depth how much of it is loaded, and so compared with what is stored
 */
record MergeMovie(FetchDepth depth) implements Deed<MergeMovie.Form> {

  /** A movie that came from an earlier unit of work, as it comes back from a user's form. */
  record Form(Movie movie, NewTitle change) {}

  @Override
  public List<Form> prepare(Stage stage, int operations) {
    return NewTitle.draw(operations, stage.catalogue().movies()).stream()
        .map(change -> new Form(detached(stage.store(), change), change))
        .toList();
  }

  private Movie detached(MovieStore store, NewTitle change) {
    IdRange id = IdRange.of(change.movieId());
    Movie movie = store.read(work -> work.moviesWithCast(id, depth, FetchStrategy.JOINED)).get(0);
    movie.setTitle(change.title());
    return movie;
  }

  @Override
  public Object perform(MovieStore store, Form form) {
    return store.write(work -> work.merge(form.movie));
  }

  @Override
  public Contents expected(Contents initial, List<Form> used, List<Form> left) {
    return NewTitle.applied(initial, used.stream().map(Form::change).toList());
  }

  @Override
  public Bill bill() {
    Bill bill = Bill.ofWrite(2, 1);
    // The query that read the detached movie has left it in a cache that units share.
    return depth == FetchDepth.MOVIES ? bill.orWhere(Bill.ASKED_ANEW, Bill.ofWrite(1, 1)) : bill;
  }
}
