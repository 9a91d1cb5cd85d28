package dev.screentest.benchmarks.result;

/**
 * How long the round trips of a fork were really delayed, in its measured slices.
 *
 * @param round counted from 1
 * @param roundTrips how many there were
 * @param operations in how many operations
 * @param nanosPerRoundTrip the delay of one on average, as the fork's clock saw it
 */
public record Delayed(
    CellId cell, int round, long roundTrips, long operations, double nanosPerRoundTrip)
    implements JournalEntry {}
