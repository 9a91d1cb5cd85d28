package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.stage.LogLevels;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** What every command takes. */
final class CommonOptions {

  private static final String VERBOSE = "--verbose";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli asks the option, not the field
  private boolean help;

  @Option(
      names = VERBOSE,
      description = "Show what the libraries log, what JMH prints, and stack traces.")
  private boolean verbose;

  boolean isVerbose() {
    return verbose;
  }

  static boolean isVerbose(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.hasMatchedOption(VERBOSE);
  }

  void setLogLevels() {
    if (verbose) {
      LogLevels.verbose();
    } else {
      LogLevels.quiet();
    }
  }
}
