package dev.screentest.benchmarks.workload;

import java.sql.SQLException;

/** What happens before each batch of a workload that writes, off the clock. */
final class Rehearsal {

  /**
   * Emptying tables throws away the server's plans: they are made anew by the first operations,
   * five of which the driver sends without a name and five more PostgreSQL plans for their
   * arguments.
   */
  private static final int UNMEASURED = 10;

  private Rehearsal() {}

  /** Sets the stage for so many operations and performs some more, which are not measured. */
  static void of(Workload workload, int operations) throws SQLException {
    workload.rehearse(UNMEASURED + operations);
    for (int i = 0; i < UNMEASURED; i++) {
      workload.perform();
    }
  }
}
