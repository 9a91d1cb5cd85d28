package dev.screentest.benchmarks.pool;

import org.jspecify.annotations.Nullable;

/**
 * A pool that was opened under all its threads at once. All times from the begin of opening it.
 *
 * @param openNanos until the pool was there
 * @param firstNanos until the first unit of work was done
 * @param allNanos until every thread had done one
 * @param fullNanos until all its connections were open; null if that took more than the patience
 */
public record Opening(long openNanos, long firstNanos, long allNanos, @Nullable Long fullNanos) {}
