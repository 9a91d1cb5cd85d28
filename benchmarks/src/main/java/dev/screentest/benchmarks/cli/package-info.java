/**
 * The command line: {@link dev.screentest.benchmarks.cli.Screentest} and its subcommands. Results
 * go to standard output, progress and errors to standard error.
 */
@NullMarked
package dev.screentest.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
