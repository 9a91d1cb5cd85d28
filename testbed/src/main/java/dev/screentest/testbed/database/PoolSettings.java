package dev.screentest.testbed.database;

import java.time.Duration;

/**
 * What a pool was really built with, read back from its library.
 *
 * @param size the most connections there can be
 * @param minimumIdle how many are kept open without work
 * @param connectionTimeout how long a borrower waits
 */
public record PoolSettings(int size, int minimumIdle, Duration connectionTimeout) {

  /** Returns what options ask for. */
  public static PoolSettings of(PoolOptions options) {
    return new PoolSettings(options.size(), options.minimumIdle(), options.connectionTimeout());
  }
}
