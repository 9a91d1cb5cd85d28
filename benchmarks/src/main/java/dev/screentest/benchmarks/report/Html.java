package dev.screentest.benchmarks.report;

/** Text inside of HTML. */
final class Html {

  private Html() {}

  /** Returns text so that no character of it is markup, in elements and in quoted attributes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
