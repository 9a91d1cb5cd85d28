/** Measures: forks of JMH, in rounds, on one server. */
@NullMarked
package dev.screentest.benchmarks.run;

import org.jspecify.annotations.NullMarked;
