package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.load.UnitOfLoad;
import dev.screentest.benchmarks.load.UnitsOfLoad;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The units of work of a cell. Each thread reads movies anywhere and writes movies that are its own
 * alone, so that nobody waits for anybody but for connections, CPUs and the disk; every title that
 * is written is a new one, so that no implementation finds nothing to do.
 */
final class Units implements UnitsOfLoad {

  /** A unit that opens another one inside holds so many. */
  static final int CONNECTIONS_OF_NESTED = 2;

  /** Of so many mixed units one writes. */
  private static final int MIX = 5;

  private final MovieStore store;
  private final Cell cell;
  private final long movies;
  private final long seed;

  Units(MovieStore store, Cell cell, long movies, long seed) {
    if (cell.threads() > movies) {
      throw new IllegalArgumentException(
          "%d threads need as many movies of their own, and there are %d; choose a larger --dataset"
              .formatted(cell.threads(), movies));
    }
    this.store = store;
    this.cell = cell;
    this.movies = movies;
    this.seed = seed;
  }

  @Override
  public UnitOfLoad forThread(int thread) {
    SplittableRandom random = new SplittableRandom(seed * 31 + thread);
    return cell.scenario() == Scenario.SECOND
        ? () -> performNested(thread, random)
        : () -> perform(thread, random);
  }

  private void perform(int thread, SplittableRandom random) throws InterruptedException {
    if (isWrite(random)) {
      write(store, ownMovie(thread, random), newTitle(random), cell.think());
    } else {
      read(store, anyMovie(random), cell.think());
    }
  }

  /** What is inside reads: a second unit that wrote the same row would wait for the first. */
  private void performNested(int thread, SplittableRandom random) throws InterruptedException {
    long outer = isWrite(random) ? ownMovie(thread, random) : 0;
    long read = anyMovie(random);
    long inner = anyMovie(random);
    String title = newTitle(random);
    if (outer != 0) {
      store.write(
          work -> {
            Movie movie = work.findMovie(outer).orElseThrow();
            movie.setTitle(title);
            work.save(movie);
            read(store, inner, Think.NONE);
            return movie;
          });
    } else {
      store.read(
          work -> {
            Movie movie = work.findMovie(read).orElseThrow();
            read(store, inner, Think.NONE);
            return movie;
          });
    }
  }

  /** Finds a movie in a unit of its own. */
  static Optional<Movie> read(MovieStore store, long movieId, Think think)
      throws InterruptedException {
    Optional<Movie> found =
        store.read(
            work -> {
              think.at(Think.Place.BEFORE);
              Optional<Movie> movie = work.findMovie(movieId);
              think.at(Think.Place.AFTER);
              return movie;
            });
    if (found.isEmpty()) {
      throw new IllegalStateException("movie " + movieId + " was not found");
    }
    return found;
  }

  /** Gives a movie another title in a unit of its own. */
  static void write(MovieStore store, long movieId, String title, Think think)
      throws InterruptedException {
    store.write(
        work -> {
          think.at(Think.Place.BEFORE);
          Movie movie = work.findMovie(movieId).orElseThrow();
          movie.setTitle(title);
          work.save(movie);
          think.at(Think.Place.AFTER);
          return movie;
        });
  }

  private boolean isWrite(SplittableRandom random) {
    return switch (cell.unit()) {
      case READ -> false;
      case WRITE -> true;
      case MIXED -> random.nextInt(MIX) == 0;
    };
  }

  private long anyMovie(SplittableRandom random) {
    return 1 + random.nextLong(movies);
  }

  /** A movie that no other thread of this cell writes. */
  private long ownMovie(int thread, SplittableRandom random) {
    long each = movies / cell.threads();
    return 1 + thread * each + random.nextLong(each);
  }

  /** As good as never the one that is there; always of the same length, as pages fill alike. */
  private static String newTitle(SplittableRandom random) {
    return "Take " + Long.toHexString(random.nextLong() | Long.MIN_VALUE);
  }
}
