package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.verify.Cost;

/** What became of a cell. */
public sealed interface Outcome {

  /**
   * It was measured.
   *
   * @param microsPerOp the mean time of an operation, as JMH computes it
   * @param errorMicros half of JMH's 99.9 % interval; NaN where there is a single iteration
   * @param bytesPerOp what an operation allocates
   * @param cost what an operation costs on the wire
   */
  record Measured(double microsPerOp, double errorMicros, double bytesPerOp, Cost cost)
      implements Outcome {}

  /** A check failed, so there is no number. */
  record Failed(String reason) implements Outcome {}

  /** The variant declares that it cannot do this. */
  record LeftOut(String reason) implements Outcome {}
}
