package dev.screentest.benchmarks.load;

/** Makes distributions for tests. */
public final class Distributions {

  private Distributions() {}

  /** Returns that of some durations. */
  public static Distribution of(long... nanos) {
    Tally tally = new Tally();
    for (long value : nanos) {
      tally.add(value);
    }
    return Distribution.of(tally);
  }

  /** Returns that of one duration, so many times. */
  public static Distribution repeated(long count, long nanos) {
    Tally tally = new Tally();
    for (long i = 0; i < count; i++) {
      tally.add(nanos);
    }
    return Distribution.of(tally);
  }
}
