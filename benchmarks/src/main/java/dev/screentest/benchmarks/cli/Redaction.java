package dev.screentest.benchmarks.cli;

import java.util.regex.Pattern;

/** Takes passwords out of what is about to be printed. */
final class Redaction {

  private static final Pattern OPTION = Pattern.compile("(?i)(password=)[^&\\s'\"]+");
  private static final Pattern BEFORE_HOST = Pattern.compile("//[^/@\\s]*@");

  private Redaction() {}

  static String redact(String text) {
    return BEFORE_HOST.matcher(OPTION.matcher(text).replaceAll("$1***")).replaceAll("//***@");
  }
}
