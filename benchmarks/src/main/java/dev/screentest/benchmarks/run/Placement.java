package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.baton.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Binds the thread that measures and the server's process for its connection to one CPU, and keeps
 * the other threads of its JVM off that one. By {@code taskset} of util-linux.
 */
final class Placement {

  private static final int SECONDS = 5;

  private final int cpu;
  private final String others;

  private Placement(int cpu, String others) {
    this.cpu = cpu;
    this.others = others;
  }

  /**
   * Returns how to bind here; empty where the system cannot.
   *
   * @param areBackendsLocal whether the server's processes are beside us, and ours
   */
  static Optional<Placement> here(boolean areBackendsLocal) {
    if (!areBackendsLocal || !isLinux()) {
      return Optional.empty();
    }
    List<Integer> allowed = allowedCpus();
    if (allowed.isEmpty()) {
      return Optional.empty();
    }
    // The first one is where most systems handle interrupts.
    int cpu = allowed.get(allowed.size() - 1);
    String others =
        allowed.stream()
            .filter(other -> other != cpu)
            .map(String::valueOf)
            .collect(Collectors.joining(","));
    String self = String.valueOf(ProcessHandle.current().pid());
    return isDone(List.of("taskset", "-c", "-p", self))
        ? Optional.of(new Placement(cpu, others))
        : Optional.empty();
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
  }

  /**
   * Binds a fork and its backends.
   *
   * @return whether all of it was done
   */
  boolean bind(long pid, Readiness readiness) {
    boolean done =
        others.isEmpty()
            || isDone(List.of("taskset", "-a", "-c", "-p", others, String.valueOf(pid)));
    done &= readiness.thread() != 0 && bind(readiness.thread());
    for (long backend : readiness.backends()) {
      done &= bind(backend);
    }
    return done && !readiness.backends().isEmpty();
  }

  private boolean bind(long process) {
    return isDone(List.of("taskset", "-c", "-p", String.valueOf(cpu), String.valueOf(process)));
  }

  private static boolean isDone(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Returns the CPUs that this process may use, in their order. */
  static List<Integer> allowedCpus() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("Cpus_allowed_list:"))
          .findFirst()
          .map(line -> cpus(line.substring(line.indexOf(':') + 1).strip()))
          .orElse(List.of());
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Reads a list such as {@code 0-3,6}, see cpuset(7). */
  static List<Integer> cpus(String list) {
    List<Integer> cpus = new ArrayList<>();
    for (String range : list.split(",", -1)) {
      String[] ends = range.split("-", -1);
      for (int cpu = Integer.parseInt(ends[0]);
          cpu <= Integer.parseInt(ends[ends.length - 1]);
          cpu++) {
        cpus.add(cpu);
      }
    }
    return cpus;
  }
}
