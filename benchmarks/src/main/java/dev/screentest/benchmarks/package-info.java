/**
 * JMH workloads, what runs and verifies them, reports, and the command line.
 *
 * <p>Begin with {@link dev.screentest.benchmarks.workload.Workload} and {@link
 * dev.screentest.benchmarks.cli.Screentest}.
 */
@NullMarked
package dev.screentest.benchmarks;

import org.jspecify.annotations.NullMarked;
