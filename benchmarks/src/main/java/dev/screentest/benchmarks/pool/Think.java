package dev.screentest.benchmarks.pool;

/**
 * Time in which a unit of work does something else than to ask the database.
 *
 * @param place where in the unit
 * @param millis how long; 0 at no place
 */
public record Think(Place place, int millis) {

  /** The unit does nothing but to ask. */
  public static final Think NONE = new Think(Place.NOWHERE, 0);

  /** Where a unit pauses. */
  public enum Place {
    /** Nowhere. */
    NOWHERE,
    /** After its begin and before its first statement. */
    BEFORE,
    /** After its last statement and before its end. */
    AFTER
  }

  /** Pauses if this is the place. */
  void at(Place here) throws InterruptedException {
    if (place == here) {
      Thread.sleep(millis);
    }
  }
}
