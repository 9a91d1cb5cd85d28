package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.Contents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** So many movies loaded, one of them changed and saved: what tracking the others costs. */
record LoadAndChange(int movies) implements Deed<LoadAndChange.Change> {

  /**
   * What one operation does.
   *
   * @param place which of the movies is changed
   */
  record Change(IdRange ids, int place, String title) {}

  @Override
  public List<Change> prepare(Stage stage, int operations) {
    long all = stage.catalogue().movies();
    new MoviesNeeded(movies).require(stage.catalogue());
    Cycle<IdRange> ranges =
        Cycle.draw(Math.max(1, operations), 5, random -> Ranges.draw(movies, all, random));
    return IntStream.range(0, operations)
        .mapToObj(operation -> new Change(ranges.next(), operation % movies, "Take " + operation))
        .toList();
  }

  @Override
  public Object perform(MovieStore store, Change change) {
    return store.write(
        work -> {
          List<Movie> found =
              work.moviesWithCast(change.ids, FetchDepth.MOVIES, FetchStrategy.JOINED);
          Movie movie = found.get(change.place);
          movie.setTitle(change.title);
          work.save(movie);
          return found;
        });
  }

  @Override
  public Contents expected(Contents initial, List<Change> used, List<Change> left) {
    Map<Long, String> titles = new HashMap<>();
    used.forEach(change -> titles.put(change.ids.first() + change.place, change.title));
    return ContentsEdit.retitled(initial, titles);
  }

  @Override
  public Bill bill() {
    return Bill.ofWrite(2, 1).withRowsRead(movies);
  }
}
