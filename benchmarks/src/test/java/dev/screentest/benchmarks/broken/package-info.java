/** A contestant that cheats, to see it caught. */
@NullMarked
package dev.screentest.benchmarks.broken;

import org.jspecify.annotations.NullMarked;
