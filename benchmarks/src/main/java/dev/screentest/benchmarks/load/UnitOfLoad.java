package dev.screentest.benchmarks.load;

/** What one thread does over and over. */
@FunctionalInterface
public interface UnitOfLoad {

  /** Does it once. */
  void perform() throws Exception;
}
