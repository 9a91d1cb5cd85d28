/**
 * Where a contestant performs: a schema of its own with a data set in it, a pool, an open store.
 */
@NullMarked
package dev.screentest.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
