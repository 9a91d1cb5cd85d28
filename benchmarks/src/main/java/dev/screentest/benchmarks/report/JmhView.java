package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Fork;
import dev.screentest.benchmarks.result.ForkEnd;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.Slice;
import dev.screentest.benchmarks.result.WorkloadPlan;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.SingleShotResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * A run as JMH itself would have written it, by JMH's own writer: all forks of a cell as one
 * benchmark. For every tool that reads that; its scores and errors are JMH's, which pool the slices
 * of all forks.
 */
public final class JmhView {

  /** The method that every workload measures. */
  private static final String MEASURED = "perform";

  private final RunReport report;
  private final RunData data;

  private JmhView(RunReport report) {
    this.report = report;
    this.data = report.data();
  }

  /** Returns JMH's JSON. */
  public static String render(RunReport report) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (PrintStream target = new PrintStream(json, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, target)
          .writeOut(new JmhView(report).results());
    }
    return json.toString(StandardCharsets.UTF_8);
  }

  private Collection<RunResult> results() {
    Map<CellId, Map<Integer, Fork>> forks = data.forks();
    List<RunResult> results = new ArrayList<>();
    for (WorkloadPlan workload : report.plan().workloads()) {
      Optional<WorkloadEntry> entry =
          WorkloadCatalogue.all().stream()
              .filter(known -> known.name().equals(workload.name()))
              .findFirst();
      for (String contestant : report.plan().contestants()) {
        Map<Integer, Fork> ofCell = forks.get(new CellId(workload.name(), contestant));
        if (ofCell != null && entry.isPresent()) {
          results.add(result(entry.get(), List.copyOf(ofCell.values())));
        }
      }
    }
    return results;
  }

  private RunResult result(WorkloadEntry workload, List<Fork> forks) {
    BenchmarkParams params = params(workload, forks);
    return new RunResult(params, forks.stream().map(fork -> fork(workload, params, fork)).toList());
  }

  private static BenchmarkResult fork(WorkloadEntry workload, BenchmarkParams params, Fork fork) {
    Double bytesPerOp = fork.end().bytesPerOp();
    List<IterationResult> iterations = new ArrayList<>();
    for (Slice slice : fork.slices()) {
      IterationResult iteration =
          new IterationResult(
              params,
              params.getMeasurement(),
              new IterationResultMetaData(slice.operations(), slice.operations()));
      iteration.addResult(
          workload.isRead()
              ? new AverageTimeResult(
                  ResultRole.PRIMARY,
                  MEASURED,
                  slice.operations(),
                  Math.round(slice.nanos()),
                  TimeUnit.MICROSECONDS)
              : new SingleShotResult(
                  ResultRole.PRIMARY, MEASURED, Math.round(slice.nanos()), TimeUnit.MICROSECONDS));
      if (bytesPerOp != null) {
        // JMH counts a batch as one operation.
        double bytes = workload.isRead() ? bytesPerOp : bytesPerOp * slice.operations();
        iteration.addResult(
            new ScalarResult("gc.alloc.rate.norm", bytes, "B/op", AggregationPolicy.AVG));
      }
      iterations.add(iteration);
    }
    return new BenchmarkResult(params, iterations);
  }

  private BenchmarkParams params(WorkloadEntry workload, List<Fork> forks) {
    ForkEnd end = forks.get(0).end();
    int lastSpace = end.jvm().lastIndexOf(' ');
    String vmVersion = end.jvm().substring(lastSpace + 1);
    Threads threads = workload.benchmark().getAnnotation(Threads.class);
    return new BenchmarkParams(
        workload.benchmark().getName() + "." + MEASURED,
        "",
        true,
        threads == null ? 1 : threads.value(),
        new int[] {1},
        List.of(),
        forks.size(),
        0,
        iterations(workload, IterationType.WARMUP, warmups(end)),
        iterations(workload, IterationType.MEASUREMENT, forks.get(0).slices()),
        workload.isRead() ? Mode.AverageTime : Mode.SingleShotTime,
        parameters(workload, end.cell().contestant()),
        TimeUnit.MICROSECONDS,
        1,
        end.jvm(),
        end.jvmArguments(),
        vmVersion.replaceFirst("\\+.*", ""),
        end.jvm().substring(0, Math.max(0, lastSpace)),
        vmVersion,
        report.header().environment().jmh(),
        TimeValue.minutes(10));
  }

  private List<Slice> warmups(ForkEnd end) {
    return data.entries(Slice.class)
        .filter(Slice::isWarmup)
        .filter(slice -> slice.cell().equals(end.cell()) && slice.round() == end.round())
        .toList();
  }

  /** Writes are single shots of a batch, which is what an operation means to JMH there. */
  private static IterationParams iterations(
      WorkloadEntry workload, IterationType type, List<Slice> slices) {
    double longestNanos = slices.stream().mapToDouble(Slice::nanos).max().orElse(0);
    Threads threads = workload.benchmark().getAnnotation(Threads.class);
    long millis =
        Math.max(1, Math.round(longestNanos / (threads == null ? 1 : threads.value()) / 1e6));
    long batch = slices.stream().mapToLong(Slice::operations).max().orElse(1);
    return new IterationParams(
        type,
        slices.size(),
        workload.isRead() ? TimeValue.milliseconds(millis) : TimeValue.NONE,
        workload.isRead() ? 1 : (int) batch);
  }

  private WorkloadParams parameters(WorkloadEntry workload, String contestant) {
    WorkloadParams parameters = new WorkloadParams();
    parameters.put("implementation", contestant, 0);
    String dataset = report.plan().dataset();
    parameters.put("dataset", dataset.split(" ", 2)[0].toUpperCase(Locale.ROOT), 0);
    if (workload.isRead()) {
      parameters.put(WorkloadEntry.UNIT, report.plan().unit().toUpperCase(Locale.ROOT), 0);
    }
    workload.parameters().forEach((name, value) -> parameters.put(name, value, 0));
    return parameters;
  }
}
