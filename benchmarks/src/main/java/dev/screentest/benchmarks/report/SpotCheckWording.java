package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.Comparison;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.analysis.Standing;
import dev.screentest.benchmarks.analysis.WorkloadReport;
import dev.screentest.benchmarks.report.Sheet.Field;
import dev.screentest.benchmarks.result.ForkFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What threads that share no CPU with their backends measure, beside those that do, as tables. */
final class SpotCheckWording {

  private static final List<String> HEADING =
      List.of("implementation", "µs/op", "ratio", "95 % interval", "pinned", "95 % interval");

  private SpotCheckWording() {}

  /** Returns a table for each workload that was checked. */
  static List<Sheet> sheets(RunReport report) {
    Map<String, WorkloadReport> pinned =
        report.workloads().stream()
            .collect(Collectors.toMap(WorkloadReport::name, Function.identity()));
    return report.spotChecks().stream()
        .filter(check -> !check.standings().isEmpty())
        .map(check -> sheet(report, check, pinned.get(check.plan().checkedName())))
        .toList();
  }

  private static Sheet sheet(
      RunReport report, WorkloadReport check, @Nullable WorkloadReport pinned) {
    List<String> notes = new ArrayList<>();
    notes.add(
        new Wording(report).circumstances(check)
            + ". No verdict is made of this. Where nothing is pinned, a round trip may have to wake"
            + " another CPU.");
    report
        .data()
        .entries(ForkFailure.class)
        .filter(failure -> failure.cell().workload().equals(check.name()))
        .forEach(failure -> notes.add(failure.cell().contestant() + ": " + failure.reason()));
    return new Sheet(
        check.plan().checkedName() + ", not pinned: a spot check",
        notes,
        1,
        HEADING,
        check.standings().stream()
            .map(standing -> row(report, standing, beside(pinned, standing)))
            .toList());
  }

  private static @Nullable Comparison beside(@Nullable WorkloadReport pinned, Standing standing) {
    if (pinned != null) {
      for (Standing other : pinned.standings()) {
        if (other.contestant().equals(standing.contestant())) {
          return other.comparison();
        }
      }
    }
    return null;
  }

  private static List<Field> row(RunReport report, Standing standing, @Nullable Comparison pinned) {
    boolean isBaseline = standing.contestant().equals(report.plan().baseline());
    Comparison comparison = standing.comparison();
    return Field.of(
        standing.contestant(),
        Wording.micros(standing.nanosPerOp().mean()),
        isBaseline ? "1" : ratio(comparison),
        interval(comparison),
        isBaseline ? "1" : ratio(pinned),
        interval(pinned));
  }

  private static String ratio(@Nullable Comparison comparison) {
    return comparison == null ? "" : Wording.ratio(comparison);
  }

  private static String interval(@Nullable Comparison comparison) {
    return comparison == null ? "" : Wording.interval(comparison.interval());
  }
}
