package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.statistics.MeanInterval;
import org.jspecify.annotations.Nullable;

/**
 * How pools were opened, over all forks: means with their 95 % intervals over the means of forks,
 * in nanoseconds from the begin of opening.
 *
 * @param full until all connections were open; null if that never was
 * @param neverFull how many pools were not full in time
 * @param pools how many were opened
 */
public record ColdStanding(
    Entrant entrant,
    Cell cell,
    MeanInterval open,
    MeanInterval first,
    MeanInterval all,
    @Nullable MeanInterval full,
    int neverFull,
    int pools) {}
