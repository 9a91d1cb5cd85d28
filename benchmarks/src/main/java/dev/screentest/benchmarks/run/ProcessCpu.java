package dev.screentest.benchmarks.run;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much CPU the threads of a process had used at one moment.
 *
 * @param threads the CPU time of each thread alive; without {@code /proc}, that of the whole
 *     process as its only entry
 */
record ProcessCpu(Map<String, Duration> threads) {

  /** The name of what no thread of Linux is called. */
  private static final String WHOLE = "process";

  ProcessCpu {
    threads = Map.copyOf(threads);
  }

  /**
   * Reads it, to the nanosecond where the system has {@code /proc} with such statistics, otherwise
   * as coarse as the system tells; empty when the process is gone.
   */
  static Optional<ProcessCpu> of(long pid) {
    Map<String, Duration> threads = new HashMap<>();
    try (DirectoryStream<Path> tasks =
        Files.newDirectoryStream(Path.of("/proc", String.valueOf(pid), "task"))) {
      for (Path task : tasks) {
        read(task).ifPresent(cpu -> threads.put(task.getFileName().toString(), cpu));
      }
    } catch (IOException | DirectoryIteratorException e) {
      // No such system, or the process has ended meanwhile, which is found out below.
      threads.clear();
    }
    return threads.isEmpty()
        ? ProcessHandle.of(pid)
            .flatMap(process -> process.info().totalCpuDuration())
            .map(cpu -> new ProcessCpu(Map.of(WHOLE, cpu)))
        : Optional.of(new ProcessCpu(threads));
  }

  /** Empty when the thread has ended meanwhile, as those of the compiler do. */
  private static Optional<Duration> read(Path task) throws IOException {
    try {
      String line = Files.readString(task.resolve("schedstat"));
      return Optional.of(Duration.ofNanos(Long.parseLong(line.substring(0, line.indexOf(' ')))));
    } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Returns what the threads that are still alive have used since an earlier reading. */
  Duration since(ProcessCpu earlier) {
    return threads.entrySet().stream()
        .map(now -> now.getValue().minus(earlier.threads.getOrDefault(now.getKey(), Duration.ZERO)))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
