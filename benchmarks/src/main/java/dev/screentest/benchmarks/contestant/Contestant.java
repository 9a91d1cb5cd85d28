package dev.screentest.benchmarks.contestant;

import dev.screentest.domain.Variant;
import java.util.List;

/**
 * An implementation and the variant of it that is looked at.
 *
 * @param implementation the implementation's name, such as {@code hibernate}
 * @param variant the variant's name, such as {@code tuned}
 * @param build the name of the build that it comes from; empty for the class path's
 * @param control how it is known beforehand to compare with its original
 */
public record Contestant(String implementation, String variant, String build, Control control) {

  /** The implementation that all others are compared with. */
  public static final String BASELINE = "jdbc";

  /** What is before the name of a control. */
  private static final char CONTROL = '#';

  /** What is before the name of a build. */
  private static final char BUILD = '@';

  /** An implementation on the class path and a variant of it that stand for themselves. */
  public Contestant(String implementation, String variant) {
    this(implementation, variant, Build.HOST.name(), Control.NONE);
  }

  /** Reads a label, without asking whether there is one of that name. */
  static Contestant parse(String label) {
    int hash = label.indexOf(CONTROL);
    if (hash >= 0) {
      String name = label.substring(hash + 1);
      return parse(label.substring(0, hash))
          .as(
              Control.parse(name)
                  .orElseThrow(
                      () ->
                          new UnknownContestantException(
                              "control", name, List.of("twin", "twin2", "repeats20"))));
    }
    int build = label.indexOf(BUILD);
    if (build >= 0) {
      String name = label.substring(build + 1);
      if (name.isEmpty()) {
        throw new UnknownContestantException("build", name, List.of());
      }
      return parse(label.substring(0, build)).in(name);
    }
    int slash = label.indexOf('/');
    return slash < 0
        ? new Contestant(label, Variant.TAUGHT)
        : new Contestant(label.substring(0, slash), label.substring(slash + 1));
  }

  /** Returns the same under a second name. */
  public Contestant twin() {
    return as(Control.TWIN);
  }

  /** Returns the same as a control. */
  private Contestant as(Control other) {
    return new Contestant(implementation, variant, build, other);
  }

  /** Returns whether it stands for itself, so that its time is a finding. */
  public boolean isOriginal() {
    return control.equals(Control.NONE);
  }

  /** Returns the same variant of the same implementation in another build. */
  public Contestant in(String otherBuild) {
    return new Contestant(implementation, variant, otherBuild, control);
  }

  /** Returns whether all others are compared with this one. */
  public boolean isBaseline() {
    return equals(new Contestant(BASELINE, Variant.TAUGHT));
  }

  /**
   * Returns the name by which users choose and tables show it: {@code
   * NAME[/VARIANT][@BUILD][#CONTROL]}.
   */
  public String label() {
    return implementation
        + (variant.equals(Variant.TAUGHT) ? "" : "/" + variant)
        + (build.isEmpty() ? "" : BUILD + build)
        + (isOriginal() ? "" : CONTROL + control.name());
  }

  @Override
  public String toString() {
    return label();
  }
}
