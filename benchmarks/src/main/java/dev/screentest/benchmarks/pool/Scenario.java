package dev.screentest.benchmarks.pool;

import java.util.Locale;

/** What is asked of a pool. */
public enum Scenario {
  /** How fast is every number of threads on every number of connections? */
  MAP("threads by connections, as fast as it goes"),
  /** Which pool is large enough for the most threads? */
  SIZING("the most threads by connections, as fast as it goes"),
  /** Who holds a connection while the application does something else? */
  THINK("units of work that pause before their first statement, or after their last"),
  /** What if a unit of work opens another one inside? */
  SECOND("units of work that need a second connection while they hold one"),
  /** What becomes of thirty times the load for a second? */
  SPIKE("thirty times the load for one second"),
  /** How long do the first units of work take on a pool that was just opened? */
  COLD("all threads at once on a pool that was just opened"),
  /** How long do users wait who come whether anybody is free or not? */
  OPEN("loads of 50, 70 and 90 % of what was the most, from the moment when each was due");

  private final String summary;

  Scenario(String summary) {
    this.summary = summary;
  }

  /** Returns the name by which users choose it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what happens in it, in a line. */
  public String summary() {
    return summary;
  }
}
