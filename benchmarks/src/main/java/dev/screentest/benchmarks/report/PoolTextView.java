package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.pool.PoolReport;
import java.util.List;

/** What a study of pools found, for a terminal or a file of text. */
public final class PoolTextView {

  private PoolTextView() {}

  /** Returns all of it. */
  public static String render(PoolReport report, Palette palette) {
    StringBuilder text = new StringBuilder();
    for (Sheet sheet : PoolSheets.of(report)) {
      text.append(palette.bold(sheet.title())).append('\n');
      sheet.notes().forEach(note -> text.append(palette.dim(note)).append('\n'));
      if (!sheet.heading().isEmpty()) {
        Table table = new Table(sheet.leftColumns(), sheet.heading());
        sheet.rows().forEach(row -> table.add(texts(row)));
        text.append(table.render());
      }
      text.append('\n');
    }
    return text.append(PoolWording.circumstances(report)).append('\n').toString();
  }

  private static List<String> texts(List<Sheet.Field> row) {
    return row.stream().map(Sheet.Field::text).toList();
  }
}
