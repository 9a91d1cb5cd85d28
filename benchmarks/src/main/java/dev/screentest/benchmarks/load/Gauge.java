package dev.screentest.benchmarks.load;

/** What a pool says of itself, whatever was seen of its borrowers. */
@FunctionalInterface
public interface Gauge {

  /** Asks it. */
  Reading read();

  /**
   * A pool at one moment.
   *
   * @param inUse connections that are borrowed
   * @param waiting threads that wait for one
   */
  record Reading(int inUse, int waiting) {}
}
