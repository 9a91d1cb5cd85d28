package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.load.ThreadKind;
import java.util.Locale;

/**
 * One measurement of a study, for whomever.
 *
 * @param share of the most units in a second that come in an open load; 0 for a closed load, in
 *     which each thread begins its next unit when the last has ended
 */
public record Cell(
    Scenario scenario,
    UnitMix unit,
    ThreadKind kind,
    int threads,
    int size,
    Think think,
    double share) {

  /** A closed load without pauses. */
  public static Cell closed(
      Scenario scenario, UnitMix unit, ThreadKind kind, int threads, int size) {
    return new Cell(scenario, unit, kind, threads, size, Think.NONE, 0);
  }

  /** Returns the same with pauses. */
  public Cell with(Think newThink) {
    return new Cell(scenario, unit, kind, threads, size, newThink, share);
  }

  /** Returns the same on threads of a kind. */
  public Cell on(ThreadKind newKind) {
    return new Cell(scenario, unit, newKind, threads, size, think, share);
  }

  /** Returns the same under an open load. */
  public Cell atShare(double newShare) {
    return new Cell(scenario, unit, kind, threads, size, think, newShare);
  }

  /** Returns whether units come whether anybody is free or not. */
  public boolean isOpen() {
    return share > 0 || scenario == Scenario.SPIKE;
  }

  /** Returns the fewest connections with which such a load cannot starve. */
  public int connectionsThatNeverStarve() {
    return scenario == Scenario.SECOND ? threads * (Units.CONNECTIONS_OF_NESTED - 1) + 1 : 1;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, %s, %d %s %s on %d %s%s%s",
        scenario.label(),
        unit.label(),
        threads,
        kind.label(),
        threads == 1 ? "thread" : "threads",
        size,
        size == 1 ? "connection" : "connections",
        think.equals(Think.NONE)
            ? ""
            : ", %d ms %s".formatted(think.millis(), think.place().name().toLowerCase(Locale.ROOT)),
        share == 0 ? "" : ", at %.0f %%".formatted(share * 100));
  }
}
