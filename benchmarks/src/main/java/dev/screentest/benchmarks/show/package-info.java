/**
 * What contestants really do in a workload: the SQL that was sent, its plan, its counts, and the
 * source of what sent it.
 */
@NullMarked
package dev.screentest.benchmarks.show;

import org.jspecify.annotations.NullMarked;
