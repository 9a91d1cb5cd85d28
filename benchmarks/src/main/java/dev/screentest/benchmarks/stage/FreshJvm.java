package dev.screentest.benchmarks.stage;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that was started for one answer, by a process that waits for it. It gives the heap back
 * that it does not need, unlike those that measure for longer: a large one that is touched
 * beforehand is no part of anybody's start.
 */
public final class FreshJvm implements AutoCloseable {

  /** Stands for what cannot be told. */
  public static final long UNKNOWN = -1;

  private static final long SECONDS_TO_END = 30;

  private final Process process;
  private final DataInputStream output;

  private FreshJvm(Process process) {
    this.process = process;
    this.output = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /**
   * What it spent until the answer was there.
   *
   * @param cpuNanos of the whole process, to ten milliseconds; {@link #UNKNOWN} where the system
   *     does not tell
   * @param peakResidentBytes the most memory that it had; {@link #UNKNOWN} where the system does
   *     not tell
   */
  public record Usage(long cpuNanos, long peakResidentBytes) {}

  static FreshJvm start(
      Map<String, String> environment, List<String> jvmArguments, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ForkJvm.QUIET_OUTPUT);
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.addAll(jvmArguments);
    command.addAll(List.of(ForkJvm.MAXIMUM_HEAP, ForkJvm.COLLECTOR));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(FirstAnswer.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    try {
      return new FreshJvm(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("a JVM could not be started: " + e.getMessage(), e);
    }
  }

  /**
   * Waits for the answer.
   *
   * @throws UncheckedIOException if the JVM ends without one
   */
  public String awaitAnswer() {
    try {
      return output.readUTF();
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("the JVM that was started ended without an answer", e);
    }
  }

  /**
   * Waits for the end, and returns what it spent.
   *
   * @throws IllegalStateException if it fails after all
   * @throws UncheckedIOException if it does not say what it spent
   */
  public Usage awaitEnd() throws InterruptedException {
    try (this) {
      Usage usage = new Usage(output.readLong(), output.readLong());
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("the JVM that was started answered, but did not end well");
      }
      return usage;
    } catch (IOException e) {
      throw new UncheckedIOException("the JVM that was started did not say what it spent", e);
    }
  }

  /** Ends it, whatever it does. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
