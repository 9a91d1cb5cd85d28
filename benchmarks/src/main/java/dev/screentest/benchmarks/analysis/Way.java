package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.statistics.RatioInterval;
import org.jspecify.annotations.Nullable;

/**
 * A contestant in one of several workloads that do the same in different ways, such as the
 * strategies of fetching a graph.
 *
 * @param task what all of them do: what their names have in common
 * @param standing of the contestant in this workload
 * @param reference the workload that this one is compared with, the first of them in the plan
 * @param rounds those in which the contestant has both; 0 for the reference itself
 * @param ratio its time by that of the same contestant in the reference; null for the reference,
 *     and where that has no number
 * @param interval of the ratio, paired by rounds; null where there is no ratio, and with one round
 */
public record Way(
    String task,
    Standing standing,
    String reference,
    int rounds,
    @Nullable Double ratio,
    @Nullable RatioInterval interval) {}
