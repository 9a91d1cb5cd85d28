package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.CostModel;
import dev.screentest.benchmarks.analysis.Omission;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.analysis.Standing;
import dev.screentest.benchmarks.analysis.WorkloadReport;
import java.util.List;
import java.util.stream.Collectors;

/** A run for a pull request or an issue: the tables, with the rest folded away. */
public final class MarkdownView {

  private static final String ALIGNMENT = "|---|---:|---:|:---:|---|---:|---:|---:|---:|---:|\n";

  private static final String COST_ALIGNMENT = "|---|---:|---:|:---:|---:|---:|---:|\n";

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
        + costs.tables().entrySet().stream()
            .map(table -> costs(table.getKey(), table.getValue()))
            .collect(Collectors.joining())
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

  private static String costs(String workload, List<CostModel> models) {
    String remarks =
        models.stream()
            .flatMap(model -> CostWording.remark(model).stream())
            .map(remark -> "- " + escaped(remark) + "\n")
            .collect(Collectors.joining());
    return "\n**"
        + escaped(workload)
        + "**: "
        + escaped(CostWording.title(models))
        + "\n\n"
        + line(CostWording.HEADING)
        + COST_ALIGNMENT
        + models.stream().map(model -> line(CostWording.row(model))).collect(Collectors.joining())
        + (remarks.isEmpty() ? "" : "\n" + remarks);
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
