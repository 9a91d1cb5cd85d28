package dev.screentest.benchmarks.contestant;

import dev.screentest.domain.MovieStore;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contestant once more, so that it is known beforehand how it compares with its original: a twin
 * is as fast, and one that repeats every n-th unit of work takes 1 + 1/n times as long.
 *
 * @param name what its label ends with: {@code twin}, {@code twin2} and so on, {@code repeats20};
 *     empty for the original
 * @param every how many units of work there are for each that is repeated; 0 for none
 */
public record Control(String name, int every) {

  /** The original. */
  public static final Control NONE = new Control("", 0);

  /** Does the same, under a second name. */
  public static final Control TWIN = new Control("twin", 0);

  private static final Pattern NAME =
      Pattern.compile("twin(?:[2-9]|\\d{2})?|repeats([1-9]\\d{0,3})");

  /** Reads a name; empty if it is none. */
  static Optional<Control> parse(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches()
        ? Optional.of(
            new Control(name, matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }

  /**
   * Returns a store that does what this control does. Its bill is another one than the original's,
   * so it is not for the verification.
   */
  public MovieStore around(MovieStore store) {
    return every == 0 ? store : new RepeatingStore(store, every);
  }
}
