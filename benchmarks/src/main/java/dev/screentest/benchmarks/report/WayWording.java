package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.analysis.Standing;
import dev.screentest.benchmarks.analysis.Way;
import dev.screentest.benchmarks.report.Sheet.Field;
import dev.screentest.benchmarks.verify.Cost;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Different ways to do the same, as tables. */
final class WayWording {

  private static final List<String> HEADING =
      List.of("implementation", "way", "µs/op", "ratio", "95 % interval", "B/op", "stmts", "trips");

  private WayWording() {}

  /** Returns a table for each task of which a run has several ways. */
  static List<Sheet> sheets(RunReport report) {
    Map<String, List<Way>> byTask =
        report.ways().stream()
            .collect(Collectors.groupingBy(Way::task, LinkedHashMap::new, Collectors.toList()));
    return byTask.entrySet().stream().map(task -> sheet(task.getKey(), task.getValue())).toList();
  }

  private static Sheet sheet(String task, List<Way> ways) {
    return new Sheet(
        task + ", one way by another",
        List.of(
            "Ratio: the time of an implementation by that of the same implementation in "
                + ways.get(0).reference()
                + ", paired by rounds. Workloads do not take turns slice by slice, as"
                + " implementations do."),
        2,
        HEADING,
        ways.stream().map(WayWording::row).toList());
  }

  private static List<Field> row(Way way) {
    Standing standing = way.standing();
    Cost cost = standing.cost();
    return Field.of(
        standing.contestant(),
        standing.cell().workload(),
        Wording.micros(standing.nanosPerOp().mean()),
        way.ratio() == null
            ? standing.cell().workload().equals(way.reference()) ? "1" : ""
            : Wording.ratio(way.ratio(), way.interval()),
        Wording.interval(way.interval()),
        Wording.bytes(standing.bytesPerOp()),
        cost == null ? "" : Numbers.count(cost.statements()),
        cost == null ? "" : Numbers.count(cost.roundTrips()));
  }
}
