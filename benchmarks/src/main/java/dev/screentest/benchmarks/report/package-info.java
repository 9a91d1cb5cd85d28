/**
 * Views: of a run, of what changed between runs, of a machine and of a verification. All views of a
 * run show the one model of {@code analysis}.
 */
@NullMarked
package dev.screentest.benchmarks.report;

import org.jspecify.annotations.NullMarked;
