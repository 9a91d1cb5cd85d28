/** Proves, off the clock, that contestants do the same work. */
@NullMarked
package dev.screentest.benchmarks.verify;

import org.jspecify.annotations.NullMarked;
