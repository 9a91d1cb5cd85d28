package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.pool.PoolReport;

/** What a study of pools found, for a terminal or a file of text. */
public final class PoolTextView {

  private PoolTextView() {}

  /** Returns all of it. */
  public static String render(PoolReport report, Palette palette) {
    StringBuilder text = new StringBuilder();
    for (Sheet sheet : PoolSheets.of(report)) {
      text.append(TextView.sheet(sheet, palette)).append('\n');
    }
    return text.append(PoolWording.circumstances(report)).append('\n').toString();
  }
}
