/**
 * From what a run recorded to what it says: one result model, without input or output, that every
 * view shows.
 */
@NullMarked
package dev.screentest.benchmarks.analysis;

import org.jspecify.annotations.NullMarked;
