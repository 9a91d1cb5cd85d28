/**
 * What a run records: immutable values without input or output, which the journal keeps one to a
 * line and the analysis reads. Units are in the names; a value that could not be had is null.
 */
@NullMarked
package dev.screentest.benchmarks.result;

import org.jspecify.annotations.NullMarked;
