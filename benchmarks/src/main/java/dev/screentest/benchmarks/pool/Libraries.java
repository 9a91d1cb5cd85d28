package dev.screentest.benchmarks.pool;

import dev.screentest.testbed.database.PoolLibrary;
import java.util.Arrays;
import java.util.List;

/** The libraries of pools by the names by which users choose them. */
public final class Libraries {

  /** The one that everybody has unless told otherwise. */
  public static final String DEFAULT = "hikaricp";

  private Libraries() {}

  /** Returns the names of all. */
  public static List<String> labels() {
    return Arrays.stream(PoolLibrary.values()).map(PoolLibrary::label).toList();
  }

  /** Returns whether a library's pools try each connection whenever they lend it. */
  static boolean alwaysTries(String label) {
    PoolLibrary library = of(label);
    return library == PoolLibrary.DBCP2 || library == PoolLibrary.C3P0;
  }

  /**
   * Returns the library of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static PoolLibrary of(String label) {
    return Arrays.stream(PoolLibrary.values())
        .filter(library -> library.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no pool '%s'. Valid are: %s."
                        .formatted(label, String.join(", ", labels()))));
  }
}
