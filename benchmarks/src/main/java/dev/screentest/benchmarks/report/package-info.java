/** Reports of a run: a table for people, JSON for programs. Knows nothing of JMH. */
@NullMarked
package dev.screentest.benchmarks.report;

import org.jspecify.annotations.NullMarked;
