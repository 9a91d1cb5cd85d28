package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.Interference;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.Slice;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What disturbed the measured slices of a run, taken together.
 *
 * @param stealFraction the share of CPU time that the hypervisor took, on average; null where the
 *     system does not say
 * @param highestLoad processes that wanted a CPU, at most; null where the system does not say
 * @param collectorFraction the share of the slices for which a collector stopped its fork; null
 *     without a slice
 * @param checkpoints of the server; null where it does not say
 */
public record Disturbance(
    @Nullable Double stealFraction,
    @Nullable Double highestLoad,
    @Nullable Double collectorFraction,
    @Nullable Integer checkpoints) {

  static Disturbance of(RunData data) {
    List<Slice> slices = data.entries(Slice.class).filter(slice -> !slice.isWarmup()).toList();
    DoubleSummaryStatistics steal = statistics(slices, Interference::stealFraction);
    DoubleSummaryStatistics load = statistics(slices, Interference::load);
    DoubleSummaryStatistics pauses = statistics(slices, Interference::collectorPauseNanos);
    DoubleSummaryStatistics checkpoints =
        statistics(
            slices,
            interference ->
                interference.checkpoints() == null ? null : interference.checkpoints() + 0.0);
    double nanos = slices.stream().mapToDouble(Slice::nanos).sum();
    return new Disturbance(
        steal.getCount() == 0 ? null : steal.getAverage(),
        load.getCount() == 0 ? null : load.getMax(),
        nanos == 0 ? null : pauses.getSum() / nanos,
        checkpoints.getCount() == 0 ? null : (int) checkpoints.getSum());
  }

  private static DoubleSummaryStatistics statistics(
      List<Slice> slices, Function<Interference, @Nullable Double> value) {
    return slices.stream()
        .map(slice -> value.apply(slice.interference()))
        .filter(Objects::nonNull)
        .collect(Collectors.summarizingDouble(Double::doubleValue));
  }
}
