package dev.screentest.benchmarks.contestant;

import dev.screentest.domain.Variant;

/**
 * An implementation and the variant of it that is looked at.
 *
 * @param implementation the implementation's name, such as {@code hibernate}
 * @param variant the variant's name, such as {@code tuned}
 * @param isTwin whether it is the baseline under a second name, which shows what difference there
 *     is where there can be none
 */
public record Contestant(String implementation, String variant, boolean isTwin) {

  /** The implementation that all others are compared with. */
  public static final String BASELINE = "jdbc";

  /** What the label of a twin ends with. */
  private static final String TWIN = "#twin";

  /** An implementation and a variant of it that stand for themselves. */
  public Contestant(String implementation, String variant) {
    this(implementation, variant, false);
  }

  /** Reads {@code NAME[/VARIANT]}, without asking whether there is one of that name. */
  static Contestant parse(String label) {
    if (label.endsWith(TWIN)) {
      return parse(label.substring(0, label.length() - TWIN.length())).twin();
    }
    int slash = label.indexOf('/');
    return slash < 0
        ? new Contestant(label, Variant.TAUGHT)
        : new Contestant(label.substring(0, slash), label.substring(slash + 1));
  }

  /** Returns the same under a second name. */
  public Contestant twin() {
    return new Contestant(implementation, variant, true);
  }

  /** Returns whether all others are compared with this one. */
  public boolean isBaseline() {
    return !isTwin && implementation.equals(BASELINE) && variant.equals(Variant.TAUGHT);
  }

  /** Returns the name by which users choose and tables show it: {@code NAME[/VARIANT][#twin]}. */
  public String label() {
    String own = variant.equals(Variant.TAUGHT) ? implementation : implementation + "/" + variant;
    return isTwin ? own + TWIN : own;
  }

  @Override
  public String toString() {
    return label();
  }
}
