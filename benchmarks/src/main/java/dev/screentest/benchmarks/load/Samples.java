package dev.screentest.benchmarks.load;

import java.util.List;
import java.util.stream.IntStream;

/** How a pool was again and again, by the moment. Not thread-safe. */
final class Samples {

  private final long[] inUse = new long[LoadResult.PARTS];
  private final long[] waiting = new long[LoadResult.PARTS];
  private final long[] count = new long[LoadResult.PARTS];
  private int mostWaiting;
  private long starved;

  /**
   * Adds a sample.
   *
   * @param position in the window, from 0 to 1
   * @param inUseNow connections that are borrowed, as the pool says
   * @param waitingNow threads that wait for one, as they say themselves
   * @param isStarved whether every connection was held by a thread that waited for another
   */
  void add(double position, int inUseNow, int waitingNow, boolean isStarved) {
    int part = Math.min(LoadResult.PARTS - 1, (int) (position * LoadResult.PARTS));
    inUse[part] += inUseNow;
    waiting[part] += waitingNow;
    count[part]++;
    mostWaiting = Math.max(mostWaiting, waitingNow);
    starved += isStarved ? 1 : 0;
  }

  long count() {
    return sum(count);
  }

  double meanInUse() {
    return ratio(sum(inUse), count());
  }

  double meanWaiting() {
    return ratio(sum(waiting), count());
  }

  int mostWaiting() {
    return mostWaiting;
  }

  double starvedShare() {
    return ratio(starved, count());
  }

  /** Returns the mean of each part of the window. */
  List<Double> inUseByPart() {
    return IntStream.range(0, LoadResult.PARTS)
        .mapToObj(part -> ratio(inUse[part], count[part]))
        .toList();
  }

  private static long sum(long[] values) {
    return IntStream.range(0, values.length).mapToLong(i -> values[i]).sum();
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
