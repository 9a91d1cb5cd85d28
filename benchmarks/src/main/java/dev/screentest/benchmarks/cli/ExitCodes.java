package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.statistics.RegressionVerdict;

/** What a command says to the shell. */
final class ExitCodes {

  static final int FINE = 0;
  static final int CHECK_FAILED = 1;
  static final int USAGE = 2;
  static final int INCONCLUSIVE = 3;
  static final int DATABASE_OR_ENVIRONMENT = 4;

  /** For the help of every command. */
  static final String HEADING = "%nExit codes:%n";

  private ExitCodes() {}

  static int of(RegressionVerdict verdict) {
    return switch (verdict) {
      case FINE -> FINE;
      case REGRESSION -> CHECK_FAILED;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }
}
