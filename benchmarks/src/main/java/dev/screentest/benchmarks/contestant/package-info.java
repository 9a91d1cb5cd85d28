/** Who takes part: the implementations on the class path and their variants, found by name. */
@NullMarked
package dev.screentest.benchmarks.contestant;

import org.jspecify.annotations.NullMarked;
