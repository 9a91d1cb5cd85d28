package dev.screentest.testbed.delay;

/**
 * Waiting that was done for delayed answers.
 *
 * @param roundTrips how many there were
 * @param nanos how long the waiting for all of them took, as the clock saw it
 */
public record Delays(long roundTrips, long nanos) {

  /** None. */
  public static final Delays NONE = new Delays(0, 0);

  /** Returns both together. */
  public Delays plus(Delays other) {
    return new Delays(roundTrips + other.roundTrips, nanos + other.nanos);
  }

  /** Returns what came after an earlier reading of the same delay. */
  public Delays minus(Delays earlier) {
    return new Delays(roundTrips - earlier.roundTrips, nanos - earlier.nanos);
  }
}
