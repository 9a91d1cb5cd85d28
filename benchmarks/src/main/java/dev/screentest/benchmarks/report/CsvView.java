package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Fork;
import dev.screentest.benchmarks.result.ForkEnd;
import dev.screentest.benchmarks.result.Interference;
import dev.screentest.benchmarks.result.Slice;
import dev.screentest.benchmarks.result.WorkloadPlan;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The measured slices of a run as a table in long form, one to a line, for other statistics than
 * ours (RFC 4180). What could not be had is empty.
 */
public final class CsvView {

  private static final String HEADING =
      "workload,implementation,round,slot,slice,operations,nanos,nanos_per_op,steal_fraction,load,"
          + "collector_pause_nanos,checkpoints,cpu_per_wall,fork_bytes_per_op,fork_cpu_nanos_per_op";

  private CsvView() {}

  /** Returns the table with its heading. */
  public static String render(RunReport report) {
    Map<CellId, Map<Integer, Fork>> forks = report.data().forks();
    StringBuilder csv = new StringBuilder(HEADING).append("\r\n");
    for (WorkloadPlan workload : report.plan().workloads()) {
      for (String contestant : report.plan().contestants()) {
        Map<Integer, Fork> ofCell = forks.get(new CellId(workload.name(), contestant));
        if (ofCell != null) {
          for (Fork fork : ofCell.values()) {
            fork.slices().forEach(slice -> csv.append(line(fork.end(), slice)));
          }
        }
      }
    }
    return csv.toString();
  }

  private static String line(ForkEnd fork, Slice slice) {
    Interference interference = slice.interference();
    return line(
        slice.cell().workload(),
        slice.cell().contestant(),
        slice.round(),
        fork.slot(),
        slice.index(),
        slice.operations(),
        slice.nanos(),
        slice.nanosPerOp(),
        interference.stealFraction(),
        interference.load(),
        interference.collectorPauseNanos(),
        interference.checkpoints(),
        interference.cpuPerWall(),
        fork.bytesPerOp(),
        fork.cpuNanosPerOp());
  }

  private static String line(@Nullable Object... values) {
    return Arrays.stream(values)
            .map(value -> quoted(Objects.toString(value, "")))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String quoted(String value) {
    return value.matches("[^,\"\\r\\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
