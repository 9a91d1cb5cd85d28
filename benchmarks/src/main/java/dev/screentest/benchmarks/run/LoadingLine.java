package dev.screentest.benchmarks.run;

import dev.screentest.testbed.data.LoadProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells people how far the loading of a data set is: nothing where that takes no time, on a
 * terminal one line that is written over and over, elsewhere a line now and then.
 */
final class LoadingLine implements LoadProgress {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration BETWEEN_REWRITES = Duration.ofMillis(100);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final String data;
  private final Duration interval;
  private final LongSupplier nanoTime;
  private final Target target;
  private long startNanos;
  private long nextNanos;
  private boolean hasTold;

  /** Shows a text. */
  @FunctionalInterface
  interface Target {
    void show(String text, boolean isLast);
  }

  /**
   * Creates it.
   *
   * @param data the name of the data set
   * @param isLive whether one line is written over and over
   */
  LoadingLine(String data, boolean isLive, LongSupplier nanoTime, Target target) {
    this.data = data.toLowerCase(Locale.ROOT);
    this.interval = isLive ? BETWEEN_REWRITES : BETWEEN_LINES;
    this.nanoTime = nanoTime;
    this.target = target;
  }

  @Override
  public void loaded(String table, long done, long total) {
    long now = nanoTime.getAsLong();
    if (done == 0) {
      startNanos = now;
      nextNanos = now + PATIENCE.toNanos();
      hasTold = false;
    } else if (done == total && hasTold) {
      target.show(
          "loaded %s in %s; statistics follow"
              .formatted(data, Progress.text(Duration.ofNanos(now - startNanos))),
          true);
    } else if (done < total && now - nextNanos >= 0) {
      target.show(
          "loading %s: %d %%, rows of %s".formatted(data, 100 * done / total, table), false);
      nextNanos = now + interval.toNanos();
      hasTold = true;
    }
  }
}
