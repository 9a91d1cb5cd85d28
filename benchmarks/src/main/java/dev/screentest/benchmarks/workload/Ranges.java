package dev.screentest.benchmarks.workload;

import dev.screentest.domain.IdRange;
import java.util.List;
import java.util.SplittableRandom;

/** Ranges of so many consecutive ids of movies. */
final class Ranges {

  private Ranges() {}

  /** Draws a range of ids that are all there, or as many as there are. */
  static IdRange draw(int size, long movies, SplittableRandom random) {
    return startingAt(random.nextLong(1, lastStart(size, movies) + 1), size);
  }

  /** The first range, the last one, and one without any movie. */
  static List<IdRange> edges(int size, long movies) {
    return List.of(
        startingAt(1, size),
        startingAt(lastStart(size, movies), size),
        startingAt(movies + 1, size));
  }

  private static IdRange startingAt(long first, int size) {
    return new IdRange(first, first + size - 1);
  }

  private static long lastStart(int size, long movies) {
    return Math.max(1, movies - size + 1);
  }
}
