package dev.screentest.benchmarks.load;

/**
 * The units of a load that were due in one tenth of a second.
 *
 * @param millis when it begins, from the begin of the window
 * @param units how many were due and done at last
 * @param p50 of their latency in nanoseconds, from when they were due
 * @param p99 all but one of a hundred
 * @param max the longest
 */
public record Moment(long millis, long units, long p50, long p99, long max) {}
