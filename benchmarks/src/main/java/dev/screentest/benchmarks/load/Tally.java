package dev.screentest.benchmarks.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Durations: their distribution to one percent, their sum exactly. Not thread-safe. */
final class Tally {

  /** What takes longer is taken for this long; every patience of a pool is shorter. */
  private static final long HIGHEST = TimeUnit.MINUTES.toNanos(10);

  /** Thousands of threads may have four of them each, so that a third digit would cost too much. */
  private static final int DIGITS = 2;

  private final Histogram histogram = new Histogram(HIGHEST, DIGITS);
  private long sum;

  void add(long nanos) {
    long counted = Math.min(Math.max(0, nanos), HIGHEST);
    histogram.recordValue(counted);
    sum += counted;
  }

  void addAll(Tally other) {
    histogram.add(other.histogram);
    sum += other.sum;
  }

  Histogram histogram() {
    return histogram;
  }

  long sum() {
    return sum;
  }
}
