package dev.screentest.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/** How busy this process and its machine are from one moment to another. Not thread-safe. */
final class CpuUse {

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
  private long processNanos;
  private long compilerMillis;

  /** Begins. The machine's load is always that since the last question. */
  void start() {
    processNanos = system.getProcessCpuTime();
    compilerMillis = compiler.getTotalCompilationTime();
    system.getCpuLoad();
  }

  /** Returns the part of all CPUs that was busy, from 0 to 1; negative where nobody can tell. */
  double machine() {
    return system.getCpuLoad();
  }

  /** Returns how many CPUs this process had, on average. */
  double process(double seconds) {
    return (system.getProcessCpuTime() - processNanos) / 1e9 / seconds;
  }

  /** Returns how many threads of the JVM's compiler had work, on average, with a CPU or without. */
  double compiler(double seconds) {
    return (compiler.getTotalCompilationTime() - compilerMillis) / 1e3 / seconds;
  }
}
