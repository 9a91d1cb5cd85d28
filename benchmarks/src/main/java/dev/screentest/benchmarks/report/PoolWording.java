package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.pool.PoolHeader;
import dev.screentest.benchmarks.pool.PoolReport;

/** What all views of a study of pools say in the same words. */
final class PoolWording {

  private PoolWording() {}

  private static String delay(PoolHeader header) {
    return header.delayNanos() == 0
        ? ""
        : "round trips take " + Numbers.format("%,.0f", header.delayNanos() / 1e3) + " µs longer; ";
  }

  /** Returns where, when and how often, in a line or two. */
  static String circumstances(PoolReport report) {
    PoolHeader header = report.header();
    return "%s; %d rounds; %s; %d CPUs%s; PostgreSQL %s (%s), fsync %s; %d ms after a lead-in of %d ms; %sconnections are tried %s; seed %d; revision %s"
        .formatted(
            header.started(),
            report.rounds(),
            header.dataset(),
            header.environment().machine().cores(),
            header.environment().server().kind().equals("external")
                ? ""
                : ", shared by client and server",
            header.environment().server().version(),
            header.environment().server().kind(),
            header.environment().server().settings().getOrDefault("fsync", "unknown"),
            header.measuredMillis(),
            header.leadInMillis(),
            delay(header),
            header.isValidatingEachBorrow()
                ? "each time they are lent"
                : "after half a second of idleness",
            header.seed(),
            header.environment().revision());
  }
}
