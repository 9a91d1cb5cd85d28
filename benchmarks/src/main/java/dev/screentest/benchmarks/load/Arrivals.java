package dev.screentest.benchmarks.load;

import java.util.List;
import java.util.SplittableRandom;

/**
 * When units of work are to begin, whether anybody is free or not: as users come who know nothing
 * of each other (a Poisson process). Thread-safe; whoever is free takes the next.
 */
final class Arrivals {

  /** There is no more. */
  static final long NONE = Long.MAX_VALUE;

  private final List<Phase> phases;
  private final SplittableRandom random;
  private int phase;
  private double now;
  private double phaseEnd;

  Arrivals(List<Phase> phases, long begin, long seed) {
    this.phases = List.copyOf(phases);
    this.random = new SplittableRandom(seed);
    this.now = begin;
    this.phaseEnd = begin + (double) phases.get(0).length().toNanos();
  }

  /** Returns when the next is due, or {@link #NONE}. */
  synchronized long next() {
    // How many are expected to come before this one does: exponentially distributed, mean 1.
    double expected = -Math.log1p(-random.nextDouble());
    while (phase < phases.size()) {
      double perNano = phases.get(phase).perSecond() / 1e9;
      double inPhase = perNano * (phaseEnd - now);
      if (expected < inPhase) {
        now += expected / perNano;
        return (long) now;
      }
      expected -= inPhase;
      now = phaseEnd;
      phase++;
      if (phase < phases.size()) {
        phaseEnd += phases.get(phase).length().toNanos();
      }
    }
    return NONE;
  }
}
