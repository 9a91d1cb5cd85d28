package dev.screentest.benchmarks.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Who starts when. Of forks that are alive together the first may have the better memory, port or
 * backend in all its slices, so the order of a first round is drawn, whatever the names, and each
 * round begins one further: after as many rounds as there are contestants each had each slot once.
 * Forks that are alone may feel who was there before, so that each round draws an order of its own.
 */
public final class Slots {

  private Slots() {}

  /**
   * Returns the contestants of a round by slot.
   *
   * @param seed that of the run and the workload
   * @param round counted from 1
   */
  public static <T> List<T> order(List<T> contestants, long seed, int round) {
    List<T> order = new ArrayList<>(contestants);
    Collections.shuffle(order, random(seed));
    Collections.rotate(order, round - 1);
    return order;
  }

  /**
   * Returns the contestants of a round in an order that is drawn for it alone, so that nobody
   * always follows the same one.
   *
   * @param seed that of the run and the workload, or of the study
   * @param round counted from 1
   */
  public static <T> List<T> drawn(List<T> contestants, long seed, int round) {
    List<T> order = new ArrayList<>(contestants);
    Collections.shuffle(order, random(seed * 31 + round));
    return order;
  }

  /** Neighbouring seeds of {@link Random} begin alike, so that some would never be the first. */
  public static Random random(long seed) {
    return new Random(new SplittableRandom(seed).nextLong());
  }
}
