package dev.screentest.benchmarks.workload;

import dev.screentest.testbed.data.Contents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A movie of the data set and the title that it gets, which it never had before. */
record NewTitle(long movieId, String title) {

  /** Draws so many, of ids from 1 to the largest; the last of a movie holds. */
  static List<NewTitle> draw(int number, long movies) {
    Cycle<Long> ids = Cycle.draw(Math.max(1, number), 4, random -> random.nextLong(1, movies + 1));
    return IntStream.range(0, number)
        .mapToObj(operation -> new NewTitle(ids.next(), "Take " + operation))
        .toList();
  }

  /** Returns contents in which the movies have the new titles. */
  static Contents applied(Contents initial, List<NewTitle> used) {
    Map<Long, String> titles = new HashMap<>();
    used.forEach(change -> titles.put(change.movieId, change.title));
    return ContentsEdit.retitled(initial, titles);
  }
}
