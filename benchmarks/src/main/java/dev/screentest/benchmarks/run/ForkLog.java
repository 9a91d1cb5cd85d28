package dev.screentest.benchmarks.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Consumer;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * What JMH and its fork print: goes where whoever asked for it reads it, or nowhere. Iterations
 * come one by one, those that warm up as well, which JMH's results do without.
 */
public final class ForkLog implements OutputFormat {

  private final PrintStream target;
  private final Consumer<IterationResult> iterations;

  /** Writes to a stream. */
  public ForkLog(PrintStream target) {
    this(target, iteration -> {});
  }

  private ForkLog(PrintStream target, Consumer<IterationResult> iterations) {
    this.target = target;
    this.iterations = iterations;
  }

  /** Returns a log to the same stream that also tells someone of each iteration. */
  ForkLog telling(Consumer<IterationResult> listener) {
    return new ForkLog(target, listener);
  }

  /** Returns a log that nobody reads. */
  public static ForkLog silent() {
    return new ForkLog(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {
    target.print("iteration " + iteration + ": ");
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
    target.println(data.getPrimaryResult());
    iterations.accept(data);
  }

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {
    target.println(benchmark.id());
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> result) {}

  @Override
  public void print(String text) {
    target.print(text);
  }

  @Override
  public void println(String text) {
    target.println(text);
  }

  @Override
  public void verbosePrintln(String text) {
    target.println(text);
  }

  @Override
  public void write(int b) {
    target.write(b);
  }

  @Override
  public void write(byte[] bytes) {
    target.writeBytes(bytes);
  }

  @Override
  public void flush() {
    target.flush();
  }

  @Override
  public void close() {
    target.flush();
  }
}
