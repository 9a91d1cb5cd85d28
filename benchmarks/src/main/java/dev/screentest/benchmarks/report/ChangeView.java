package dev.screentest.benchmarks.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.screentest.benchmarks.analysis.ChangeReport;
import dev.screentest.benchmarks.analysis.ChangeReport.Change;
import dev.screentest.benchmarks.statistics.RatioInterval;
import java.time.Instant;
import java.util.List;

/** What changed, for people and for programs. */
public final class ChangeView {

  private final ChangeReport report;

  private ChangeView(ChangeReport report) {
    this.report = report;
  }

  /** Returns a table and a line with the verdict on all of it. */
  public static String text(ChangeReport report, Palette palette) {
    return new ChangeView(report).text(palette);
  }

  /** Returns one JSON object, indented. */
  public static String json(ChangeReport report) {
    return new ChangeView(report).json();
  }

  private String text(Palette palette) {
    Table table = new Table(2, heading());
    for (Change change : report.changes()) {
      RatioInterval interval = change.interval();
      table.add(
          List.of(
              change.cell().workload(),
              change.cell().contestant(),
              cost(change.oldCost()),
              cost(change.newCost()),
              Wording.ratio(change.factor(), interval),
              interval == null ? tooFew() : Wording.interval(interval),
              counts(change),
              switch (change.verdict()) {
                case REGRESSION -> palette.bad("REGRESSION");
                case FINE -> palette.good("FINE");
                case INCONCLUSIVE -> "INCONCLUSIVE";
              }));
    }
    return table.render()
        + "\n"
        + explanation().formatted(report.baseline(), Wording.percent(report.maxRegression()))
        + reservations()
        + palette.bold(report.verdict().toString())
        + "\n";
  }

  private List<String> heading() {
    return switch (report.basis()) {
      case STORED_RUNS -> heading("old ratio", "new ratio", "runs");
      case SAME_ROUNDS -> heading("old µs/op", "new µs/op", "rounds");
    };
  }

  private static List<String> heading(String oldCost, String newCost, String counts) {
    return List.of(
        "workload",
        "implementation",
        oldCost,
        newCost,
        "new/old",
        "95 % interval",
        counts,
        "verdict");
  }

  private String cost(double cost) {
    return switch (report.basis()) {
      case STORED_RUNS -> Wording.ratio(cost, null);
      case SAME_ROUNDS -> Wording.micros(cost);
    };
  }

  private String tooFew() {
    return switch (report.basis()) {
      case STORED_RUNS -> "too few runs";
      case SAME_ROUNDS -> "one round";
    };
  }

  private String counts(Change change) {
    return switch (report.basis()) {
      case STORED_RUNS -> change.oldCount() + ":" + change.newCount();
      case SAME_ROUNDS -> String.valueOf(change.newCount());
    };
  }

  /** With places for the baseline and for the regression that is allowed. */
  private String explanation() {
    return switch (report.basis()) {
      case STORED_RUNS ->
          """
          Ratios are to %s in the same run. FINE: not more than %s slower (5 %% error);
          REGRESSION: more than that, at 5 %% error for each workload (Holm); 3 runs on each side are\
           the least.
          """;
      case SAME_ROUNDS ->
          """
          Each against itself in the same rounds; %s is the run's baseline. FINE: not more than %s
          slower (5 %% error); REGRESSION: more than that, at 5 %% error for all of them together (Holm).
          """;
    };
  }

  private String reservations() {
    String missing =
        report.omissions().isEmpty()
            ? ""
            : "Failed or without a number: "
                + String.join(
                    "; ",
                    report.omissions().stream()
                        .map(omission -> omission.cell().toString())
                        .toList())
                + ".\n";
    return report.isCalibrated()
        ? missing
        : missing
            + "%s was told apart from itself in the run of %s: nothing is shown.\n"
                .formatted(
                    report.baseline(),
                    String.join(", ", report.untrusted().stream().map(Instant::toString).toList()));
  }

  private String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("verdict", report.verdict().toString());
    json.put("baseline", report.baseline());
    json.put("maxRegression", report.maxRegression());
    json.put("calibrated", report.isCalibrated());
    ArrayNode untrusted = json.putArray("untrustedRuns");
    report.untrusted().forEach(started -> untrusted.add(started.toString()));
    ArrayNode changes = json.putArray("changes");
    report.changes().forEach(change -> put(change, changes.addObject()));
    ArrayNode omissions = json.putArray("omissions");
    report
        .omissions()
        .forEach(
            omission ->
                omissions
                    .addObject()
                    .put("workload", omission.cell().workload())
                    .put("implementation", omission.cell().contestant())
                    .put("kind", omission.kind().label())
                    .put("reason", omission.reason()));
    return json.toPrettyString() + "\n";
  }

  private void put(Change change, ObjectNode target) {
    RatioInterval interval = change.interval();
    boolean isOverRuns = report.basis() == ChangeReport.Basis.STORED_RUNS;
    target
        .put("workload", change.cell().workload())
        .put("implementation", change.cell().contestant())
        .put(isOverRuns ? "oldRatio" : "oldNanosPerOp", change.oldCost())
        .put(isOverRuns ? "newRatio" : "newNanosPerOp", change.newCost())
        .put("factor", change.factor())
        .put("low", interval == null ? null : interval.low())
        .put("high", interval == null ? null : interval.high());
    if (isOverRuns) {
      target.put("oldRuns", change.oldCount()).put("newRuns", change.newCount());
    } else {
      target.put("rounds", change.newCount());
    }
    target.put("verdict", change.verdict().toString());
  }
}
