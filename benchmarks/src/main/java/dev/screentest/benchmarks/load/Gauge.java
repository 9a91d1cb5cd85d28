package dev.screentest.benchmarks.load;

/** What a pool says of itself, whatever was seen of its borrowers. */
@FunctionalInterface
public interface Gauge {

  /** Asks it how many connections are borrowed at this moment. */
  int inUse();
}
