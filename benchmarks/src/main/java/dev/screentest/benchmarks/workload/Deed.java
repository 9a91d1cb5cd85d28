package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.Contents;
import java.sql.SQLException;
import java.util.List;

/**
 * Something that changes the tables: what is done with an argument, what must be in the tables
 * afterwards, and what it may cost.
 *
 * @param <A> the type of an argument, each of which is used once
 */
interface Deed<A> {

  /** Puts in what so many operations need, beside the data set, and returns their arguments. */
  List<A> prepare(Stage stage, int operations) throws SQLException;

  /** Does it, and returns something of the result: what is measured. */
  Object perform(MovieStore store, A argument);

  /**
   * Returns what must be in the tables.
   *
   * @param initial what the data set says
   * @param used the arguments of what was done, in this order
   * @param left the other arguments
   */
  Contents expected(Contents initial, List<A> used, List<A> left);

  /** Compares what {@link #perform} returned with what must come, where that is a question. */
  default void verify(Object result, A argument, Answers answers) {}

  /** Returns what it may cost. */
  Bill bill();
}
