package dev.screentest.benchmarks.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fork did all its slices.
 *
 * @param round counted from 1
 * @param slot the start order, port, schema and backend that it had
 * @param bytesPerOp what an operation allocates; null where it could not be measured
 * @param cpuNanosPerOp CPU time of the whole client process, collector and compiler included
 * @param isStillWarmingUp whether its measured slices were still becoming faster
 * @param undisturbedShare the share of its measured slices that were undisturbed, 0 to 1
 * @param jvm name and version as seen in the fork
 * @param jvmArguments as seen in the fork
 */
public record ForkEnd(
    CellId cell,
    int round,
    int slot,
    @Nullable Double bytesPerOp,
    @Nullable Double cpuNanosPerOp,
    boolean isStillWarmingUp,
    @Nullable Double undisturbedShare,
    String jvm,
    List<String> jvmArguments)
    implements JournalEntry {

  public ForkEnd {
    jvmArguments = List.copyOf(jvmArguments);
  }
}
