package dev.screentest.testbed;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own for a main class of these tests, to be killed in various ways. */
public final class ChildJvm implements AutoCloseable {
  private static final int SIGINT = 2;

  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts it with some environment variables more; an empty value removes one. */
  public static ChildJvm start(Class<?> main, Map<String, String> environment, String... arguments)
      throws IOException {
    return start(List.of(), main, environment, arguments);
  }

  /** The same behind another command, such as {@code setsid}. */
  public static ChildJvm start(
      List<String> prefix, Class<?> main, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    return new ChildJvm(builder.start());
  }

  /** The next line that it prints. */
  public String readLine() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the child JVM ended without the line that was expected");
    }
    return line;
  }

  /** Its process. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /**
   * Sends a signal to it, or to its whole process group. A test that interrupts is left out where
   * it cannot: what a shell without job control starts in the background ignores interrupts.
   */
  public void signal(String signal, boolean wholeGroup) throws IOException, InterruptedException {
    assumeFalse(signal.equals("INT") && ignoresInterrupts(), "these tests ignore interrupts");
    String target = (wholeGroup ? "-" : "") + process.pid();
    new ProcessBuilder("kill", "-s", signal, "--", target).start().waitFor();
  }

  /** As this JVM does, its children do. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> new BigInteger(line.substring(7).strip(), 16).testBit(SIGINT - 1));
  }

  /** Waits for its end. */
  public int awaitExit() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the child JVM does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
