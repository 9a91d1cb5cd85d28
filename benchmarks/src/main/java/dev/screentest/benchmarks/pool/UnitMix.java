package dev.screentest.benchmarks.pool;

import java.util.Locale;

/** What the units of work of a load are. */
public enum UnitMix {
  /** A movie by its id, in a read-only transaction. */
  READ,
  /** A movie read by its id, given another title and saved, in a transaction. */
  WRITE,
  /** Four reads and a write, in random order. */
  MIXED;

  /** Returns the name by which users choose it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
