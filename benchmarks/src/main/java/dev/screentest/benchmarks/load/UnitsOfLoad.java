package dev.screentest.benchmarks.load;

/** Gives each thread what it is to do, so that no two share anything. */
@FunctionalInterface
public interface UnitsOfLoad {

  /**
   * Returns what a thread does.
   *
   * @param thread counted from 0
   */
  UnitOfLoad forThread(int thread);
}
