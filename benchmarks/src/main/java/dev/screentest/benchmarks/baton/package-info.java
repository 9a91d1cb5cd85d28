/**
 * Lets exactly one fork at a time measure. The host holds a baton; a fork asks for it over a
 * loopback socket and measures only while it has it. Knows nothing of JMH or of the database.
 */
@NullMarked
package dev.screentest.benchmarks.baton;

import org.jspecify.annotations.NullMarked;
