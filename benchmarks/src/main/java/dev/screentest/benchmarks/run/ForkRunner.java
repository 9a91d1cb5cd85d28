package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.baton.Baton;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.stage.ForkStage;
import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.workload.Batches;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.testbed.database.DatabaseUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
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

  /**
   * JMH counts the wait for the baton as well; who hangs is found out by the one who hands it out.
   */
  private static final TimeValue ITERATION_TIMEOUT = TimeValue.hours(2);

  private final RunPlan plan;
  private final Contestants contestants;
  private final ForkLog log;
  private final boolean areBackendsLocal;

  /**
   * Prepares to run forks.
   *
   * @param contestants know what each is loaded from
   * @param areBackendsLocal whether the server's processes run beside us
   */
  ForkRunner(RunPlan plan, Contestants contestants, ForkLog log, boolean areBackendsLocal) {
    this.plan = plan;
    this.contestants = contestants;
    this.log = log;
    this.areBackendsLocal = areBackendsLocal;
  }

  /**
   * Runs a fork to its end.
   *
   * @param invitation the file that brings it to its seat
   * @param slice how long an iteration lasts, of a workload that reads
   * @param iterations is told of each, on a thread of JMH's
   * @throws ForkFailedException if a check in the fork failed, or the implementation did
   * @throws RunnerException if JMH could not start it
   * @throws DatabaseUnavailableException if the database is gone
   */
  BenchmarkResult run(
      Cell cell, Path invitation, Duration slice, Consumer<IterationResult> iterations)
      throws ForkFailedException, RunnerException {
    Collection<RunResult> results;
    try {
      results = new Runner(options(cell, invitation, slice), log.telling(iterations)).run();
    } catch (RunnerException e) {
      if (e.getCause() instanceof BenchmarkException failure) {
        throw new ForkFailedException(FailureReason.of(failure), e);
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

  private Options options(Cell cell, Path invitation, Duration slice) {
    WorkloadEntry workload = cell.workload();
    List<String> arguments = new ArrayList<>();
    arguments.add("-D" + Baton.PROPERTY + "=" + invitation);
    if (areBackendsLocal) {
      arguments.add("-D" + ForkStage.LOCAL_BACKENDS + "=true");
    }
    if (!plan.pool().equals(PoolPlan.DEFAULT)) {
      arguments.add("-D" + PoolPlan.PROPERTY + "=" + plan.pool().text());
    }
    if (!workload.delay().isZero()) {
      arguments.add("-D" + ForkStage.DELAY + "=" + workload.delay().toNanos());
    }
    arguments.addAll(contestants.forkArguments(cell.contestant()));
    Tempo tempo = plan.tempo(workload);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            // A regular expression that JMH searches for: unquoted, one name would find its
            // namesakes.
            .include("^" + Pattern.quote(workload.benchmark().getName() + MEASURED) + "$")
            .param("implementation", cell.contestant().label())
            .param("dataset", plan.dataset().name())
            .forks(1)
            .shouldFailOnError(true)
            .jvmArgsAppend(arguments.toArray(String[]::new))
            .timeout(ITERATION_TIMEOUT);
    workload.parameters().forEach(options::param);
    Batches batches = workload.batches();
    if (batches == null) {
      options
          .param(WorkloadEntry.UNIT, plan.unit().name())
          .warmupIterations(tempo.warmups())
          .warmupTime(time(tempo.warmup(slice)))
          .measurementIterations(tempo.slices())
          .measurementTime(time(slice));
      if (!RunPlan.isSingleThreaded(workload)) {
        // It would charge the lead-in of a single thread, which has a meter of its own instead.
        options.addProfiler(GCProfiler.class);
      }
      return options.build();
    }
    return options
        .warmupIterations(tempo.warmupBatches())
        .warmupBatchSize(batches.warmup())
        .measurementIterations(tempo.batches())
        .measurementBatchSize(batches.measured())
        .build();
  }

  private static TimeValue time(Duration slice) {
    return new TimeValue(slice.toMillis(), TimeUnit.MILLISECONDS);
  }
}
