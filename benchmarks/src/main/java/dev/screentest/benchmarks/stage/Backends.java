package dev.screentest.benchmarks.stage;

import dev.screentest.benchmarks.baton.Performance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The server's processes for the connections of a stage, where they run beside this JVM on a system
 * that has {@code /proc}; otherwise none is known.
 */
record Backends(List<Long> pids) {

  /** None is known. */
  static final Backends UNKNOWN = new Backends(List.of());

  Backends {
    pids = List.copyOf(pids);
  }

  /** Returns what they spent since they began, to the nanosecond. */
  long cpuNanos() {
    if (pids.isEmpty()) {
      return Performance.UNKNOWN;
    }
    long sum = 0;
    for (long pid : pids) {
      try {
        // Three numbers, the first of which is the time on a CPU; see sched-stats.rst of Linux.
        String line = Files.readString(Path.of("/proc", String.valueOf(pid), "schedstat"));
        sum += Long.parseLong(line.substring(0, line.indexOf(' ')));
      } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
        return Performance.UNKNOWN;
      }
    }
    return sum;
  }
}
