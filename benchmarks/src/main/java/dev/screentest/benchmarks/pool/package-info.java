/**
 * How pools of connections behave under each implementation: the cells of a study, the JVM that
 * plays them, the journal of what came of them, and what follows from it.
 */
@NullMarked
package dev.screentest.benchmarks.pool;

import org.jspecify.annotations.NullMarked;
