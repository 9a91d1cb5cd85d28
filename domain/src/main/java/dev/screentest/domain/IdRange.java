package dev.screentest.domain;

/**
 * A range of ids, both ends included.
 *
 * @param first the smallest id, at least 1
 * @param last the largest id, at least {@code first}
 */
public record IdRange(long first, long last) {

  public IdRange {
    if (first < 1 || last < first) {
      throw new InvalidArgumentException(
          "the id range [" + first + ", " + last + "] is none; it needs 1 <= first <= last");
    }
  }

  /** Returns the range of a single id. */
  public static IdRange of(long id) {
    return new IdRange(id, id);
  }
}
