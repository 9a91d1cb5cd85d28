package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.Omission;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.analysis.Standing;
import dev.screentest.benchmarks.analysis.WorkloadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A run on a terminal: 100 columns are enough for usual numbers. */
public final class TextView {

  private static final int WIDTH = 100;

  private final RunReport report;
  private final Wording wording;
  private final CostWording costs;
  private final Palette palette;

  private TextView(RunReport report, Palette palette) {
    this.report = report;
    this.wording = new Wording(report);
    this.costs = new CostWording(report);
    this.palette = palette;
  }

  /** Returns the whole report. */
  public static String render(RunReport report, Palette palette) {
    return new TextView(report, palette).render();
  }

  /** Returns the tables alone, for a look while the run goes on. */
  public static String tables(RunReport report, Palette palette) {
    return new TextView(report, palette).tables();
  }

  private String render() {
    return warning()
        + tables()
        + sheets()
        + omissions()
        + paragraph(report.summary())
        + "\n"
        + paragraph(wording.method())
        + paragraph(costs.method())
        + "\n"
        + environment()
        + warning();
  }

  private String warning() {
    return wording
        .warning()
        .map(warning -> "\n" + palette.warning(wrapped(warning, "")) + "\n\n")
        .orElse("");
  }

  private String tables() {
    return report.workloads().stream()
        .filter(workload -> !workload.standings().isEmpty())
        .map(workload -> workload(workload) + "\n")
        .collect(Collectors.joining());
  }

  private String workload(WorkloadReport workload) {
    Table table = new Table(1, Wording.HEADING.stream().map(palette::dim).toList());
    workload.standings().forEach(standing -> table.add(row(standing)));
    return palette.bold(workload.name())
        + ": "
        + wording.circumstances(workload)
        + "\n"
        + table.render()
        + workload.standings().stream()
            .flatMap(standing -> wording.remarks(standing).stream())
            .map(remark -> wrapped("  " + remark, "    ") + "\n")
            .collect(Collectors.joining());
  }

  private String sheets() {
    return Sheet.of(report).stream()
        .map(sheet -> sheet(sheet, palette) + "\n")
        .collect(Collectors.joining());
  }

  /** Returns a table with what is to be said of it. */
  static String sheet(Sheet sheet, Palette palette) {
    StringBuilder text = new StringBuilder(palette.bold(sheet.title())).append('\n');
    sheet.notes().forEach(note -> text.append(palette.dim(wrapped(note, ""))).append('\n'));
    if (!sheet.heading().isEmpty()) {
      Table table =
          new Table(sheet.leftColumns(), sheet.heading().stream().map(palette::dim).toList());
      sheet.rows().forEach(row -> table.add(row.stream().map(Sheet.Field::text).toList()));
      text.append(table.render());
    }
    return text.toString();
  }

  private List<String> row(Standing standing) {
    List<String> cells = new ArrayList<>(wording.row(standing));
    cells.set(
        Wording.VERDICT_COLUMN,
        switch (cells.get(Wording.VERDICT_COLUMN)) {
          case "SLOWER" -> palette.bad("SLOWER");
          case "FASTER" -> palette.good("FASTER");
          default -> cells.get(Wording.VERDICT_COLUMN);
        });
    return cells;
  }

  private String omissions() {
    String omissions =
        report.omissions().stream()
            .map(omission -> wrapped(omission(omission), "  ") + "\n")
            .collect(Collectors.joining());
    return omissions.isEmpty() ? "" : omissions + "\n";
  }

  private String omission(Omission omission) {
    String label = omission.kind().label();
    return (omission.kind() == Omission.Kind.FAILED ? palette.warning(label) : label)
        + " "
        + omission.cell()
        + ": "
        + omission.reason().replaceAll("\\s*\\R\\s*", " ");
  }

  private String environment() {
    return wording.environment().entrySet().stream()
        .map(
            entry ->
                wrapped("%-12s%s".formatted(entry.getKey(), entry.getValue()), " ".repeat(12))
                    + "\n")
        .collect(Collectors.joining());
  }

  private static String paragraph(List<String> sentences) {
    return sentences.stream()
        .map(sentence -> wrapped(sentence, "  ") + "\n")
        .collect(Collectors.joining());
  }

  /** Breaks a line between words; what is longer than a line by itself stays whole. */
  private static String wrapped(String text, String indent) {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : text.split("(?<=\\S)(?= )", -1)) {
      boolean isBreak = column > indent.length() && column + Palette.width(word) > WIDTH;
      String written = isBreak ? "\n" + indent + word.stripLeading() : word;
      wrapped.append(written);
      column = isBreak ? Palette.width(written) : column + Palette.width(word);
    }
    return wrapped.toString();
  }
}
