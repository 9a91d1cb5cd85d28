package dev.screentest.benchmarks.stage;

import java.time.Duration;

/**
 * The untimed beginning of a slice: while the others measured, caches forgot what this fork does.
 */
final class LeadIn {

  private static final Duration LEAST = Duration.ofMillis(5);

  private LeadIn() {}

  /** Performs until the time is over, at least once. */
  static void perform(Runnable operation) {
    long end = System.nanoTime() + LEAST.toNanos();
    do {
      operation.run();
    } while (System.nanoTime() < end);
  }
}
