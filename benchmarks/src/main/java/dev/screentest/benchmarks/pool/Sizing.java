package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.load.ThreadKind;
import org.jspecify.annotations.Nullable;

/**
 * The smallest pool that is large enough for a number of threads.
 *
 * @param size that of which the estimate reaches 95 % of the best
 * @param smallest that of which it is not excluded; null with one round
 * @param largest that of which it is shown; null with one round
 * @param best the size with the most units a second
 * @param share of the best's units a second at {@code size}
 * @param limit what keeps a larger pool from being faster, in words
 */
public record Sizing(
    Entrant entrant,
    UnitMix unit,
    ThreadKind kind,
    int threads,
    int size,
    @Nullable Integer smallest,
    @Nullable Integer largest,
    int best,
    double share,
    String limit) {

  /** So much of the best is enough. */
  public static final double ENOUGH = 0.95;
}
