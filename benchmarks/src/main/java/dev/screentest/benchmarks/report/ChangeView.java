package dev.screentest.benchmarks.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.screentest.benchmarks.analysis.ChangeReport;
import dev.screentest.benchmarks.analysis.ChangeReport.Change;
import dev.screentest.benchmarks.statistics.RatioInterval;
import java.util.List;

/** What changed, for people and for programs. */
public final class ChangeView {

  private ChangeView() {}

  /** Returns a table and a line with the verdict on all of it. */
  public static String text(ChangeReport report, Palette palette) {
    Table table =
        new Table(
            2,
            List.of(
                "workload",
                "implementation",
                "old ratio",
                "new ratio",
                "new/old",
                "95 % interval",
                "runs",
                "verdict"));
    for (Change change : report.changes()) {
      RatioInterval interval = change.interval();
      table.add(
          List.of(
              change.cell().workload(),
              change.cell().contestant(),
              Wording.ratio(change.oldRatio(), null),
              Wording.ratio(change.newRatio(), null),
              Wording.ratio(change.factor(), interval),
              interval == null ? "too few runs" : Wording.interval(interval),
              change.oldRuns() + ":" + change.newRuns(),
              switch (change.verdict()) {
                case REGRESSION -> palette.bad("REGRESSION");
                case FINE -> palette.good("FINE");
                case INCONCLUSIVE -> "INCONCLUSIVE";
              }));
    }
    return table.render()
        + "\nRatios are to "
        + report.baseline()
        + " in the same run. FINE: not more than "
        + Wording.percent(report.maxRegression())
        + " slower (5 % error);\nREGRESSION: more than that, at 5 % error for each workload"
        + " (Holm); 3 runs on each side are the least.\n"
        + palette.bold(report.verdict().toString())
        + "\n";
  }

  /** Returns one JSON object, indented. */
  public static String json(ChangeReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("verdict", report.verdict().toString());
    json.put("baseline", report.baseline());
    json.put("maxRegression", report.maxRegression());
    ArrayNode changes = json.putArray("changes");
    for (Change change : report.changes()) {
      RatioInterval interval = change.interval();
      changes
          .addObject()
          .put("workload", change.cell().workload())
          .put("implementation", change.cell().contestant())
          .put("oldRatio", change.oldRatio())
          .put("newRatio", change.newRatio())
          .put("factor", change.factor())
          .put("low", interval == null ? null : interval.low())
          .put("high", interval == null ? null : interval.high())
          .put("oldRuns", change.oldRuns())
          .put("newRuns", change.newRuns())
          .put("verdict", change.verdict().toString());
    }
    return json.toPrettyString() + "\n";
  }
}
