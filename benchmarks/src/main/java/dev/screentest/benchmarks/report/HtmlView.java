package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.Omission;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.analysis.Standing;
import dev.screentest.benchmarks.analysis.WorkloadReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run as one file for a browser: no network, no script, light and dark. */
public final class HtmlView {

  private static final String STYLE = "report.css";

  private final RunReport report;
  private final Wording wording;
  private final CostWording costs;

  private HtmlView(RunReport report) {
    this.report = report;
    this.wording = new Wording(report);
    this.costs = new CostWording(report);
  }

  /** Returns the whole page. */
  public static String render(RunReport report) {
    return new HtmlView(report).render();
  }

  private String render() {
    String title = "Screentest, " + report.header().started();
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <h1>Screentest</h1>
    %s<p class="soft">%s</p>
    %s%s%s<h2>How to read this</h2>
    %s<h2>Where it comes from</h2>
    <pre>%s</pre>
    %s%s</body>
    </html>
    """
        .formatted(
            Html.escaped(title),
            style(),
            warning(),
            Html.escaped(subtitle()),
            paragraphs(report.summary()),
            all(report.workloads(), this::workload) + all(Sheet.of(report), PoolHtmlView::sheet),
            omissions(),
            list(Stream.concat(wording.method().stream(), costs.method().stream()).toList()),
            Html.escaped(wording.command()),
            environment(),
            warning());
  }

  private String subtitle() {
    return report.header().started()
        + ", "
        + report.plan().dataset()
        + ", ratios to "
        + report.plan().baseline();
  }

  private String warning() {
    return wording
        .warning()
        .map(text -> "<p class=\"warning\">" + Html.escaped(text) + "</p>\n")
        .orElse("");
  }

  private String workload(WorkloadReport workload) {
    if (workload.standings().isEmpty()) {
      return "";
    }
    RatioPlot plot = new RatioPlot(workload, report.plan().margin());
    List<String> remarks =
        workload.standings().stream()
            .flatMap(standing -> wording.remarks(standing).stream())
            .toList();
    return "<h2>"
        + Html.escaped(workload.name())
        + "</h2>\n<p class=\"soft\">"
        + Html.escaped(wording.circumstances(workload))
        + "</p>\n"
        + (plot.isEmpty() ? "" : plot.render())
        + "<div class=\"scroll\"><table>\n<tr>"
        + heading()
        + "</tr>\n"
        + all(workload.standings(), this::row)
        + "</table></div>\n"
        + (remarks.isEmpty() ? "" : list(remarks));
  }

  private static String heading() {
    StringBuilder cells = new StringBuilder();
    for (int column = 0; column < Wording.HEADING.size(); column++) {
      cells
          .append(column == Wording.VERDICT_COLUMN ? "<th class=\"word\">" : "<th>")
          .append(Html.escaped(Wording.HEADING.get(column)))
          .append("</th>");
    }
    return cells.toString();
  }

  private String row(Standing standing) {
    List<String> values = wording.row(standing);
    StringBuilder cells = new StringBuilder("<tr>");
    for (int column = 0; column < values.size(); column++) {
      String value = values.get(column);
      cells
          .append(
              column == Wording.VERDICT_COLUMN
                  ? "<td class=\"word " + value.toLowerCase(Locale.ROOT) + "\">"
                  : "<td>")
          .append(Html.escaped(value))
          .append("</td>");
    }
    return cells.append("</tr>\n").toString();
  }

  private String omissions() {
    return report.omissions().isEmpty()
        ? ""
        : "<h2>Without a number</h2>\n<table class=\"facts\">\n"
            + all(report.omissions(), HtmlView::omission)
            + "</table>\n";
  }

  private static String omission(Omission omission) {
    return fact(omission.kind().label() + " " + omission.cell().toString(), omission.reason());
  }

  private String environment() {
    return "<table class=\"facts\">\n"
        + wording.environment().entrySet().stream()
            .map(entry -> fact(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining())
        + "</table>\n";
  }

  private static String fact(String name, String value) {
    return "<tr><td>" + Html.escaped(name) + "</td><td>" + Html.escaped(value) + "</td></tr>\n";
  }

  private static String paragraphs(List<String> sentences) {
    return all(sentences, sentence -> "<p>" + Html.escaped(sentence) + "</p>\n");
  }

  private static String list(List<String> items) {
    return "<ul>\n" + all(items, item -> "<li>" + Html.escaped(item) + "</li>\n") + "</ul>\n";
  }

  private static <T> String all(Collection<T> items, Function<T, String> view) {
    return items.stream().map(view).collect(Collectors.joining());
  }

  static String style() {
    try (InputStream style =
        Objects.requireNonNull(HtmlView.class.getResourceAsStream(STYLE), STYLE)) {
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(STYLE + " of this jar cannot be read", e);
    }
  }
}
