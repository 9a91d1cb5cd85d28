package dev.screentest.testbed.data;

/**
 * Numbers that are a pure function of a seed and a position, so that row i can be made without the
 * rows before it: the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
 */
final class Randomness {

  private final long state;

  private Randomness(long state) {
    this.state = state;
  }

  /** Returns the numbers of a seed. */
  static Randomness of(long seed) {
    return new Randomness(mix(seed));
  }

  /** Returns the numbers of a place below this one. */
  Randomness at(long place) {
    return new Randomness(mix(state + (place + 1) * 0x9E3779B97F4A7C15L));
  }

  /** Returns a number from 0 (included) to 1 (excluded), always the same for a place. */
  double uniform(long place) {
    return (at(place).state >>> 11) * 0x1.0p-53;
  }

  /** Returns an integer from 0 (included) to the bound (excluded), always the same for a place. */
  int below(int bound, long place) {
    return (int) (uniform(place) * bound);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
