package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.pool.PoolReport;
import dev.screentest.benchmarks.report.Sheet.Field;
import java.util.List;
import java.util.stream.Collectors;

/** What a study of pools found as one file for a browser: maps with heat, no network, no script. */
public final class PoolHtmlView {

  /** So that text on it can still be read, in light and in dark. */
  private static final double STRONGEST = 0.6;

  private PoolHtmlView() {}

  /** Returns the whole page. */
  public static String render(PoolReport report) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Screentest: pools, %s</title>
    <style>
    %s</style>
    </head>
    <body>
    <h1>Screentest: pools</h1>
    <p class="soft">%s</p>
    %s</body>
    </html>
    """
        .formatted(
            Html.escaped(report.header().started()),
            HtmlView.style(),
            Html.escaped(PoolWording.circumstances(report)),
            PoolSheets.of(report).stream().map(PoolHtmlView::sheet).collect(Collectors.joining()));
  }

  /** Returns a table with what is to be said of it. */
  static String sheet(Sheet sheet) {
    String notes =
        sheet.notes().stream()
            .map(note -> "<p class=\"soft\">" + Html.escaped(note) + "</p>\n")
            .collect(Collectors.joining());
    String table =
        sheet.heading().isEmpty()
            ? ""
            : "<div class=\"scroll\"><table>\n"
                + heading(sheet)
                + sheet.rows().stream()
                    .map(row -> row(row, sheet.leftColumns()))
                    .collect(Collectors.joining())
                + "</table></div>\n";
    return "<h2>" + Html.escaped(sheet.title()) + "</h2>\n" + notes + table;
  }

  private static String heading(Sheet sheet) {
    StringBuilder cells = new StringBuilder("<tr>");
    for (int column = 0; column < sheet.heading().size(); column++) {
      cells
          .append(column < sheet.leftColumns() ? "<th class=\"word\">" : "<th>")
          .append(Html.escaped(sheet.heading().get(column)))
          .append("</th>");
    }
    return cells.append("</tr>\n").toString();
  }

  private static String row(List<Field> row, int leftColumns) {
    StringBuilder cells = new StringBuilder("<tr>");
    for (int column = 0; column < row.size(); column++) {
      Field field = row.get(column);
      cells
          .append("<td")
          .append(column < leftColumns ? " class=\"word\"" : "")
          .append(field.heat() < 0 ? "" : heat(field.heat()))
          .append('>')
          .append(Html.escaped(field.text()))
          .append("</td>");
    }
    return cells.append("</tr>\n").toString();
  }

  private static String heat(double heat) {
    return Numbers.format(
        " style=\"background: rgb(64 132 214 / %.2f)\"", STRONGEST * Math.min(1, heat));
  }
}
