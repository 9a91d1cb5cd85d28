package dev.screentest.benchmarks.verify;

/** How a contestant did in a workload, without the clock. */
public sealed interface Finding {

  /** The answers are right and the promises kept, at this cost. */
  record Passed(Cost cost) implements Finding {}

  /** Something is wrong. */
  record Failed(String reason) implements Finding {}

  /** The variant declares that it cannot do this. */
  record LeftOut(String reason) implements Finding {}
}
