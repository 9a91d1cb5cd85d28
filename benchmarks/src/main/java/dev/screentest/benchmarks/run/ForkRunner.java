package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.testbed.database.DatabaseUnavailableException;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs one fork of a cell: a new {@link Runner} each time, since JMH would run all forks of one
 * cell before those of the next.
 */
final class ForkRunner {

  /** The method that every workload measures. */
  private static final String MEASURED = ".perform";

  /** No operation takes a second. */
  private static final TimeValue ITERATION_TIMEOUT = TimeValue.minutes(2);

  private final RunPlan plan;
  private final OutputFormat log;

  ForkRunner(RunPlan plan, OutputFormat log) {
    this.plan = plan;
    this.log = log;
  }

  /**
   * Runs a fork.
   *
   * @throws ForkFailedException if a check in the fork failed, or the implementation did
   * @throws RunnerException if JMH could not start it
   * @throws DatabaseUnavailableException if the database is gone
   */
  BenchmarkResult run(Cell cell) throws ForkFailedException, RunnerException {
    Collection<RunResult> results;
    try {
      results = new Runner(options(cell), log).run();
    } catch (RunnerException e) {
      if (e.getCause() instanceof BenchmarkException failure) {
        throw new ForkFailedException(ForkFailure.reason(failure), e);
      }
      throw e;
    }
    if (results.size() != 1) {
      throw new ForkFailedException(
          "JMH returned %d results for %s instead of one".formatted(results.size(), cell), null);
    }
    Collection<BenchmarkResult> forks = results.iterator().next().getBenchmarkResults();
    if (forks.size() != 1) {
      throw new ForkFailedException("the fork ended without a result", null);
    }
    return forks.iterator().next();
  }

  private Options options(Cell cell) {
    WorkloadEntry workload = cell.workload();
    Tempo tempo = plan.tempo();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            // A regular expression that JMH searches for: unquoted, one name would find its
            // namesakes.
            .include("^" + Pattern.quote(workload.benchmark().getName() + MEASURED) + "$")
            .param("implementation", cell.contestant().label())
            .param("dataset", plan.dataset().name())
            .forks(1)
            .shouldFailOnError(true)
            .timeout(ITERATION_TIMEOUT);
    workload.parameters().forEach(options::param);
    if (workload.isRead()) {
      TimeValue time = new TimeValue(tempo.iteration().toMillis(), TimeUnit.MILLISECONDS);
      return options
          .param(WorkloadEntry.UNIT, plan.unit().name())
          .warmupIterations(tempo.warmups())
          .warmupTime(time)
          .measurementIterations(tempo.iterations())
          .measurementTime(time)
          .addProfiler(GCProfiler.class)
          .build();
    }
    return options
        .warmupIterations(tempo.warmupBatches())
        .measurementIterations(tempo.batches())
        .build();
  }
}
