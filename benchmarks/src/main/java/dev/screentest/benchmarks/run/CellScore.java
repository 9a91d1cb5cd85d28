package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.report.Outcome;
import dev.screentest.benchmarks.verify.Cost;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.WorkloadParams;

/** Reads the numbers of a cell out of JMH's results. */
final class CellScore {

  private static final String ALLOCATION_OF_PROFILER = "gc.alloc.rate.norm";

  private CellScore() {}

  /** Merges forks that ran one at a time to what JMH would have made of them. */
  static RunResult merge(List<BenchmarkResult> forks) {
    return new RunResult(withForks(forks.get(0).getParams(), forks.size()), forks);
  }

  static Outcome.Measured read(RunResult result, Cost cost) {
    // With a batch size JMH reports per batch.
    int operations = result.getParams().getMeasurement().getBatchSize();
    Result<?> time = result.getPrimaryResult();
    return new Outcome.Measured(
        time.getScore() / operations,
        time.getScoreError() / operations,
        allocation(result, operations),
        cost);
  }

  private static double allocation(RunResult result, int operations) {
    Result<?> ofProfiler = result.getSecondaryResults().get(ALLOCATION_OF_PROFILER);
    if (ofProfiler != null) {
      return ofProfiler.getScore();
    }
    return result.getBenchmarkResults().stream()
            .map(BenchmarkResult::getIterationResults)
            .flatMap(Collection::stream)
            .map(iteration -> iteration.getSecondaryResults().get(WorkloadEntry.ALLOCATED_BYTES))
            .filter(Objects::nonNull)
            .mapToDouble(bytes -> bytes.getScore())
            .average()
            .orElse(Double.NaN)
        / operations;
  }

  private static BenchmarkParams withForks(BenchmarkParams params, int forks) {
    WorkloadParams workloadParams = new WorkloadParams();
    params.getParamsKeys().forEach(key -> workloadParams.put(key, params.getParam(key), 0));
    return new BenchmarkParams(
        params.getBenchmark(),
        params.generatedBenchmark(),
        params.shouldSynchIterations(),
        params.getThreads(),
        params.getThreadGroups(),
        params.getThreadGroupLabels(),
        forks,
        params.getWarmupForks(),
        params.getWarmup(),
        params.getMeasurement(),
        params.getMode(),
        workloadParams,
        params.getTimeUnit(),
        params.getOpsPerInvocation(),
        params.getJvm(),
        params.getJvmArgs(),
        params.getJdkVersion(),
        params.getVmName(),
        params.getVmVersion(),
        params.getJmhVersion(),
        params.getTimeout());
  }
}
