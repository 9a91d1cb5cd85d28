package dev.screentest.testbed.fault;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;

/**
 * The unit of work of a drill: a movie with two actors is saved, and then its sequel with one. All
 * rows have its key in their text, so that a half of it, or a second one, can be seen.
 */
final class DrillUnit {
  static final int MOVIES = 2;
  static final int ROLES = 3;
  static final int ACTORS = 3;

  private static final String SEQUEL = " II";

  private DrillUnit() {}

  /**
   * Performs it.
   *
   * @param inTheMiddle what happens when the first half was sent and the second was not
   */
  static void perform(MovieStore store, String key, Runnable inTheMiddle) {
    store.write(
        unit -> {
          unit.save(movie(key, key, 2));
          // A question sends what a framework may have put off.
          boolean begun = unit.existsMovieTitled(key);
          inTheMiddle.run();
          unit.save(movie(key + SEQUEL, key, 1));
          return begun && unit.existsMovieTitled(key + SEQUEL);
        });
  }

  private static Movie movie(String title, String actorName, int actors) {
    Movie movie = new Movie(title, null);
    for (int i = 0; i < actors; i++) {
      movie.addActor(new Actor(actorName, null));
    }
    return movie;
  }

  /** Returns the key of the unit that a movie is of. */
  static String keyOf(String title) {
    return title.endsWith(SEQUEL) ? title.substring(0, title.length() - SEQUEL.length()) : title;
  }
}
