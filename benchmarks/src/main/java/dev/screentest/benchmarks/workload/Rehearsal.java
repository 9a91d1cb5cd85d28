package dev.screentest.benchmarks.workload;

import java.sql.SQLException;

/** What happens before each batch of a workload that writes, off the clock. */
final class Rehearsal {

  /**
   * Emptying tables throws away the server's plans, which the next operations make anew. Of a
   * connection's first operations five are sent without a name by the driver, and five more are
   * planned for their arguments by PostgreSQL.
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
