package dev.screentest.benchmarks.report;

import java.util.Locale;

/** Numbers as both reports show them, the same in every locale. */
final class Numbers {

  private Numbers() {}

  /** Shows a whole number as such, and a part of a block of ids as far as it is exact. */
  static String count(double value) {
    return value == Math.rint(value) ? format("%,.0f", value) : format("%,.2f", value);
  }

  static String format(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
