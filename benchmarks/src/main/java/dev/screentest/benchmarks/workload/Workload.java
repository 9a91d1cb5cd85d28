package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.Variant;
import java.sql.SQLException;

/**
 * A scene that every contestant plays: one operation, what must come of it, and what it may cost on
 * the wire. JMH measures {@link #perform}; all else happens off the clock.
 */
public interface Workload {

  /**
   * Enters a stage: prepares keys and arguments.
   *
   * @throws DataSetTooSmallException if the data set cannot serve this workload
   */
  void enter(Stage stage) throws SQLException;

  /**
   * Brings the stage to the state that operations start from and prepares arguments for so many of
   * them. Workloads that change nothing need none of that.
   */
  default void rehearse(int operations) throws SQLException {}

  /** Performs one operation. */
  Object perform();

  /** Returns how many of the operations that were rehearsed {@link #verify} performs. */
  default int verifiedOperations() {
    return 0;
  }

  /**
   * Performs operations and compares what comes of them with what the catalogue says. At least
   * {@link #verifiedOperations} must have been rehearsed.
   *
   * @throws WrongAnswerException at the first difference
   */
  void verify() throws SQLException;

  /**
   * Compares the tables with what must be in them after the operations since {@link #rehearse}.
   * Workloads that change nothing leave that to the digest of the tables.
   *
   * @throws WrongAnswerException at the first difference
   */
  default void verifyState() throws SQLException {}

  /**
   * Returns what the next operation may cost; with other arguments, it may be another number.
   *
   * @param variant the capabilities of which matter: a unit cache answers the same question once
   */
  Bill bill(Variant variant);

  /** Returns what an operation may cost, as one line for people. */
  String promise();
}
