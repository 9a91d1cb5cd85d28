/**
 * The statistics behind intervals and verdicts, without input or output.
 *
 * <p>Everything starts from log ratios: for round r, {@code log y[a,r] - log y[b,r]}, where y is
 * the total time of a fork's measured slices over their operations. A round is the unit of
 * replication; slices of one fork are not independent of each other and never counted as if they
 * were (Georges, Buytaert, Eeckhout 2007; Kalibera, Jones 2013).
 */
@NullMarked
package dev.screentest.benchmarks.statistics;

import org.jspecify.annotations.NullMarked;
