package dev.screentest.benchmarks.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How much CPU a process has used. */
final class ProcessCpu {

  private ProcessCpu() {}

  /**
   * Returns it to the nanosecond where the system has {@code /proc}, otherwise as coarse as the
   * system tells; empty when the process is gone.
   */
  static Optional<Duration> of(long pid) {
    Path tasks = Path.of("/proc", String.valueOf(pid), "task");
    if (!Files.isDirectory(tasks)) {
      return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration());
    }
    long nanos = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        String line = Files.readString(thread.resolve("schedstat"));
        nanos += Long.parseLong(line.substring(0, line.indexOf(' ')));
      }
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      // A thread, or all of them, ended meanwhile; or the kernel keeps no such statistics.
      return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration());
    }
    return Optional.of(Duration.ofNanos(nanos));
  }
}
