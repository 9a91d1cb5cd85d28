package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import java.sql.SQLException;

/**
 * A scene that every contestant plays: one operation, what must come of it, and what it may cost on
 * the wire. JMH measures {@link #perform}; all else happens off the clock.
 */
public interface Workload {

  /** Enters a stage: prepares keys and arguments. */
  void enter(Stage stage) throws SQLException;

  /**
   * Brings the stage to the state that operations start from and prepares arguments for so many of
   * them. Workloads that change nothing need none of that.
   */
  default void rehearse(int operations) throws SQLException {}

  /** Performs one operation. */
  Object perform();

  /**
   * Performs operations and compares what comes of them with what the catalogue says.
   *
   * @throws WrongAnswerException at the first difference
   */
  void verify() throws SQLException;

  /** Returns what an operation may cost. */
  Bill bill();
}
