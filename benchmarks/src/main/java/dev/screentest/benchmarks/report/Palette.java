package dev.screentest.benchmarks.report;

import java.util.regex.Pattern;

/** Emphasis on a terminal, for those that want it. */
public enum Palette {
  /** No codes at all. */
  PLAIN,
  /** Bold and the colours that every terminal has. */
  ANSI;

  private static final Pattern CODES = Pattern.compile("\u001b\\[[0-9;]*m");

  String bold(String text) {
    return painted("1", text);
  }

  String dim(String text) {
    return painted("2", text);
  }

  String warning(String text) {
    return painted("1;31", text);
  }

  String bad(String text) {
    return painted("31", text);
  }

  String good(String text) {
    return painted("32", text);
  }

  private String painted(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }

  /** Returns how many columns a text takes: its longest line. */
  public static int width(String text) {
    return CODES
        .matcher(text)
        .replaceAll("")
        .lines()
        .mapToInt(line -> line.codePointCount(0, line.length()))
        .max()
        .orElse(0);
  }
}
