package dev.screentest.benchmarks.pool;

import dev.screentest.testbed.data.DataSet;
import java.time.Duration;
import java.util.List;

/**
 * What a fork is to do.
 *
 * @param round counted from 1
 * @param cells in the order in which they are to be played
 * @param leadInMillis how long a load runs before it counts
 * @param measuredMillis how long it counts
 * @param delayNanos by how much each round trip to the server takes longer
 * @param isValidatingEachBorrow whether pools try a connection with a round trip each time they
 *     lend it
 * @param seed where arrivals and ids come from
 */
record Order(
    Entrant entrant,
    int round,
    DataSet dataset,
    List<Cell> cells,
    long leadInMillis,
    long measuredMillis,
    long delayNanos,
    boolean isValidatingEachBorrow,
    long seed) {

  Order {
    cells = List.copyOf(cells);
  }

  /** Returns how long a load runs before it counts. */
  Duration leadIn() {
    return Duration.ofMillis(leadInMillis);
  }

  /** Returns how long it counts. */
  Duration measured() {
    return Duration.ofMillis(measuredMillis);
  }
}
