package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.baton.Baton;
import dev.screentest.benchmarks.contestant.Build;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Fork;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.stage.ForkStage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;

/**
 * What JMH itself made of each fork, for tools that read its JSON. Each fork has a file, in the
 * form in which JMH's forks send their results, so that a run that is resumed still has them all.
 */
public final class JmhResults {

  private static final String FOLDER = "jmh-forks";
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final Path folder;

  /** For the results in the folder of a run. */
  public JmhResults(Path runFolder) {
    this.folder = runFolder.resolve(FOLDER);
  }

  /**
   * Keeps a fork.
   *
   * @param bytesPerOp what an operation allocates; empty where JMH's own result says it
   */
  void keep(CellId cell, int round, BenchmarkResult fork, Optional<Double> bytesPerOp)
      throws IOException {
    bytesPerOp.ifPresent(
        bytes ->
            fork.addBenchmarkResult(
                new ScalarResult(ALLOCATION, bytes, "B/op", AggregationPolicy.AVG)));
    Files.createDirectories(folder);
    Path file = file(cell, round);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(part))) {
      out.writeObject(fork);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path file(CellId cell, int round) {
    return folder.resolve("%s %d.ser".formatted(cell, round).replace('/', '-'));
  }

  /**
   * Returns the forks that count as JMH writes them: those of a cell together.
   *
   * @throws IOException if a file cannot be read
   */
  public String toJson(RunData results) throws IOException {
    List<RunResult> cells = new ArrayList<>();
    Map<CellId, Map<Integer, Fork>> forks = results.forks();
    // JMH has no name for what tells a spot check from the workload that it checks.
    for (var workload : results.header().plan().compared()) {
      for (String contestant : results.header().plan().contestants()) {
        CellId cell = new CellId(workload.name(), contestant);
        List<BenchmarkResult> ofCell = new ArrayList<>();
        for (int round : forks.getOrDefault(cell, Map.of()).keySet()) {
          ofCell.add(read(file(cell, round)));
        }
        if (!ofCell.isEmpty()) {
          cells.add(merge(ofCell));
        }
      }
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(cells);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private static BenchmarkResult read(Path file) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
      return (BenchmarkResult) in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException(file + " was written by another version of JMH", e);
    }
  }

  /** Merges forks that were run on their own to what JMH would have made of them. */
  private static RunResult merge(List<BenchmarkResult> forks) {
    return new RunResult(params(forks.get(0).getParams(), forks.size()), forks);
  }

  private static BenchmarkParams params(BenchmarkParams params, int forks) {
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
        withoutOurs(params.getJvmArgs()),
        params.getJdkVersion(),
        params.getVmName(),
        params.getVmVersion(),
        params.getJmhVersion(),
        params.getTimeout());
  }

  /** Leaves away what brought a fork to its host and its build: it is different for each. */
  static List<String> withoutOurs(Iterable<String> arguments) {
    List<String> others = new ArrayList<>();
    for (String argument : arguments) {
      if (!argument.startsWith("-D" + Baton.PROPERTY)
          && !argument.startsWith("-D" + ForkStage.LOCAL_BACKENDS)
          && !argument.startsWith(Build.argumentPrefix())) {
        others.add(argument);
      }
    }
    return others;
  }
}
