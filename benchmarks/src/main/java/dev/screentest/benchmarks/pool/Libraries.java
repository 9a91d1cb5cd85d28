package dev.screentest.benchmarks.pool;

import dev.screentest.testbed.database.PoolOptions;
import java.util.List;

/** The libraries of pools by the names by which users choose them. */
public final class Libraries {

  /** The one that everybody has unless told otherwise. */
  public static final String DEFAULT = "hikaricp";

  private Libraries() {}

  /** Returns the names of all. */
  public static List<String> labels() {
    return List.of(DEFAULT);
  }

  /**
   * Returns options for a pool of a library.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  static PoolOptions chosen(String label, PoolOptions options) {
    if (!labels().contains(label)) {
      throw new IllegalArgumentException(
          "There is no pool '" + label + "'. Valid are: " + String.join(", ", labels()) + ".");
    }
    return options;
  }
}
