package dev.screentest.benchmarks.contestant;

import dev.screentest.domain.Variant;

/**
 * An implementation and the variant of it that is looked at.
 *
 * @param implementation the implementation's name, such as {@code hibernate}
 * @param variant the variant's name, such as {@code tuned}
 * @param build the name of the build that it comes from; empty for the class path's
 * @param isTwin whether it is the baseline under a second name, which shows what difference there
 *     is where there can be none
 */
public record Contestant(String implementation, String variant, String build, boolean isTwin) {

  /** The implementation that all others are compared with. */
  public static final String BASELINE = "jdbc";

  /** What the label of a twin ends with. */
  private static final String TWIN = "#twin";

  /** What is before the name of a build. */
  private static final char BUILD = '@';

  /** An implementation on the class path and a variant of it that stand for themselves. */
  public Contestant(String implementation, String variant) {
    this(implementation, variant, Build.HOST.name(), false);
  }

  /** Reads a label, without asking whether there is one of that name. */
  static Contestant parse(String label) {
    if (label.endsWith(TWIN)) {
      return parse(label.substring(0, label.length() - TWIN.length())).twin();
    }
    int build = label.indexOf(BUILD);
    if (build >= 0) {
      return parse(label.substring(0, build)).in(label.substring(build + 1));
    }
    int slash = label.indexOf('/');
    return slash < 0
        ? new Contestant(label, Variant.TAUGHT)
        : new Contestant(label.substring(0, slash), label.substring(slash + 1));
  }

  /** Returns the same under a second name. */
  public Contestant twin() {
    return new Contestant(implementation, variant, build, true);
  }

  /** Returns the same variant of the same implementation in another build. */
  public Contestant in(String otherBuild) {
    return new Contestant(implementation, variant, otherBuild, isTwin);
  }

  /** Returns whether all others are compared with this one. */
  public boolean isBaseline() {
    return equals(new Contestant(BASELINE, Variant.TAUGHT));
  }

  /**
   * Returns the name by which users choose and tables show it: {@code
   * NAME[/VARIANT][@BUILD][#twin]}.
   */
  public String label() {
    return implementation
        + (variant.equals(Variant.TAUGHT) ? "" : "/" + variant)
        + (build.isEmpty() ? "" : BUILD + build)
        + (isTwin ? TWIN : "");
  }

  @Override
  public String toString() {
    return label();
  }
}
