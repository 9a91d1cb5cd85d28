package dev.screentest.benchmarks.load;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a load comes.
 *
 * @param threads how many perform
 * @param leadIn how long it runs before it counts
 * @param leadInUnits so many units must have been done as well before it counts, unless that takes
 *     twenty times as long; of a closed load alone
 * @param measured how long it counts
 * @param phases of an open load, the lead-in included; null for a closed one, in which each thread
 *     begins its next unit when the last has ended
 * @param connections the size of the pool
 * @param seed where the arrivals of an open load come from
 * @param isTraced whether every single unit is wanted
 */
public record LoadShape(
    int threads,
    ThreadKind kind,
    Duration leadIn,
    long leadInUnits,
    Duration measured,
    @Nullable List<Phase> phases,
    int connections,
    long seed,
    boolean isTraced) {

  /** A closed load. */
  public static LoadShape closed(
      int threads,
      ThreadKind kind,
      Duration leadIn,
      long leadInUnits,
      Duration measured,
      int connections) {
    return new LoadShape(threads, kind, leadIn, leadInUnits, measured, null, connections, 0, false);
  }

  /** An open load of one rate. */
  public static LoadShape open(
      int threads,
      ThreadKind kind,
      Duration leadIn,
      Duration measured,
      double perSecond,
      int connections,
      long seed) {
    return new LoadShape(
        threads,
        kind,
        leadIn,
        0,
        measured,
        List.of(new Phase(leadIn.plus(measured), perSecond)),
        connections,
        seed,
        false);
  }
}
