package dev.screentest.benchmarks.contestant;

import dev.screentest.domain.Variant;

/**
 * An implementation and the variant of it that is looked at.
 *
 * @param implementation the implementation's name, such as {@code hibernate}
 * @param variant the variant's name, such as {@code tuned}
 */
public record Contestant(String implementation, String variant) {

  /** The implementation that all others are compared with. */
  public static final String BASELINE = "jdbc";

  /** Reads {@code NAME[/VARIANT]}, without asking whether there is one of that name. */
  static Contestant parse(String label) {
    int slash = label.indexOf('/');
    return slash < 0
        ? new Contestant(label, Variant.TAUGHT)
        : new Contestant(label.substring(0, slash), label.substring(slash + 1));
  }

  /** Returns whether all others are compared with this one. */
  public boolean isBaseline() {
    return implementation.equals(BASELINE) && variant.equals(Variant.TAUGHT);
  }

  /** Returns the name by which users choose and tables show it: {@code NAME[/VARIANT]}. */
  public String label() {
    return variant.equals(Variant.TAUGHT) ? implementation : implementation + "/" + variant;
  }

  @Override
  public String toString() {
    return label();
  }
}
