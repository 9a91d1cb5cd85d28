package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.Comparison;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.analysis.Standing;
import dev.screentest.benchmarks.report.Sheet.Field;
import dev.screentest.benchmarks.statistics.RatioInterval;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the client does for an operation, as a table. A time contains the server's work, which is
 * much the same for all whose bill is, so that a ratio of times says less the more the server does.
 * Behind a delay a thread turns round while it waits, so that its CPU time says nothing there.
 */
final class ClientWording {

  private static final List<String> HEADING =
      List.of("workload", "implementation", "added, µs", "CPU, µs", "ratio", "95 % interval");

  private ClientWording() {}

  /** Returns the table; empty where no CPU time could be measured. */
  static Optional<Sheet> sheet(RunReport report) {
    List<List<Field>> rows =
        report.workloads().stream()
            .filter(workload -> workload.plan().delayNanos() == 0)
            .flatMap(workload -> workload.standings().stream())
            .filter(standing -> standing.cpuNanosPerOp() != null)
            .map(standing -> row(standing, report.plan().baseline()))
            .toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sheet(
                "The client's share",
                List.of(
                    "added: to an operation of "
                        + report.plan().baseline()
                        + ". CPU: of the client's process for an operation, compiler and collector"
                        + " included; its ratio is paired by rounds, and its interval unadjusted."),
                2,
                HEADING,
                rows));
  }

  private static List<Field> row(Standing standing, String baseline) {
    @Nullable Comparison comparison = standing.comparison();
    @Nullable RatioInterval cpu = comparison == null ? null : comparison.cpu();
    @Nullable Double cpuNanos = standing.cpuNanosPerOp();
    return Field.of(
        standing.cell().workload(),
        standing.contestant(),
        comparison == null ? "" : Wording.micros(comparison.addedNanosPerOp()),
        cpuNanos == null ? "" : Wording.micros(cpuNanos),
        standing.contestant().equals(baseline)
            ? "1"
            : cpu == null ? "" : Wording.ratio(cpu.ratio(), cpu),
        Wording.interval(cpu));
  }
}
