package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.Omission;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.analysis.Standing;
import dev.screentest.benchmarks.analysis.WorkloadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A run for a pull request or an issue: the tables, with the rest folded away. */
public final class MarkdownView {

  private static final String ALIGNMENT = "|---|---:|---:|:---:|---|---:|---:|---:|---:|---:|\n";

  private final RunReport report;
  private final Wording wording;
  private final CostWording costs;

  private MarkdownView(RunReport report) {
    this.report = report;
    this.wording = new Wording(report);
    this.costs = new CostWording(report);
  }

  /** Returns the whole report. */
  public static String render(RunReport report) {
    return new MarkdownView(report).render();
  }

  private String render() {
    return warning()
        + list(report.summary())
        + report.workloads().stream()
            .filter(workload -> !workload.standings().isEmpty())
            .map(this::workload)
            .collect(Collectors.joining())
        + Sheet.of(report).stream().map(MarkdownView::sheet).collect(Collectors.joining())
        + omissions()
        + "\n<details><summary>How to read this, and where it comes from</summary>\n\n"
        + list(wording.method())
        + list(costs.method())
        + "\n| | |\n|---|---|\n"
        + wording.environment().entrySet().stream()
            .map(entry -> line(List.of(entry.getKey(), entry.getValue())))
            .collect(Collectors.joining())
        + "\n</details>\n"
        + (report.twinCheck().hasFailed() ? "\n" + warning() : "");
  }

  private String warning() {
    return wording.warning().map(text -> "> **" + escaped(text) + "**\n\n").orElse("");
  }

  private String workload(WorkloadReport workload) {
    String remarks =
        workload.standings().stream()
            .flatMap(standing -> wording.remarks(standing).stream())
            .map(remark -> "- " + escaped(remark) + "\n")
            .collect(Collectors.joining());
    return "\n**"
        + escaped(workload.name())
        + "**: "
        + escaped(wording.circumstances(workload))
        + "\n\n"
        + line(Wording.HEADING)
        + ALIGNMENT
        + workload.standings().stream().map(this::row).collect(Collectors.joining())
        + (remarks.isEmpty() ? "" : "\n" + remarks);
  }

  private static String sheet(Sheet sheet) {
    List<String> alignment = new ArrayList<>();
    for (int column = 0; column < sheet.heading().size(); column++) {
      alignment.add(column < sheet.leftColumns() ? "---" : "---:");
    }
    return "\n**"
        + escaped(sheet.title())
        + "**\n\n"
        + list(sheet.notes())
        + "\n"
        + line(sheet.heading())
        + alignment.stream().collect(Collectors.joining("|", "|", "|\n"))
        + sheet.rows().stream()
            .map(row -> line(row.stream().map(Sheet.Field::text).toList()))
            .collect(Collectors.joining());
  }

  private String row(Standing standing) {
    return line(wording.row(standing));
  }

  private String omissions() {
    if (report.omissions().isEmpty()) {
      return "";
    }
    return "\nWithout a number:\n\n"
        + report.omissions().stream().map(MarkdownView::omission).collect(Collectors.joining());
  }

  private static String omission(Omission omission) {
    return "- %s %s: %s\n"
        .formatted(
            omission.kind().label(),
            escaped(omission.cell().toString()),
            escaped(omission.reason()));
  }

  private static String list(List<String> items) {
    return items.stream().map(item -> "- " + escaped(item) + "\n").collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(MarkdownView::escaped)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Text stays text: neither markup nor a new line nor the end of a cell. */
  private static String escaped(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ").replaceAll("([\\\\`*_<>|\\[\\]#])", "\\\\$1");
  }
}
