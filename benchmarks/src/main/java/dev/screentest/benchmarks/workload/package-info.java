/**
 * The workloads: one JMH class for each, with the implementation as a parameter, so that the
 * measured lines are the same for all.
 *
 * <p>To add one: implement {@link dev.screentest.benchmarks.workload.Workload} and list it in
 * {@link dev.screentest.benchmarks.workload.WorkloadCatalogue}.
 */
@NullMarked
package dev.screentest.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
