package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.stage.SettingChangedException;
import dev.screentest.benchmarks.workload.WrongAnswerException;
import dev.screentest.testbed.database.DatabaseUnavailableException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Finds the reason in what JMH throws, which wraps it more than once. */
final class FailureReason {

  private FailureReason() {}

  /**
   * Returns why the implementation failed.
   *
   * @throws DatabaseUnavailableException if it was not the implementation, but the database is gone
   */
  static String of(Throwable failure) {
    Throwable deepest = failure;
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(failure);
    while (!open.isEmpty()) {
      Throwable next = open.remove();
      deepest = next;
      if (next instanceof DatabaseUnavailableException unavailable) {
        throw unavailable;
      }
      if (next instanceof WrongAnswerException || next instanceof SettingChangedException) {
        return String.valueOf(next.getMessage());
      }
      open.addAll(Arrays.asList(next.getSuppressed()));
      if (next.getCause() != null) {
        open.add(next.getCause());
      }
    }
    return deepest.toString();
  }
}
