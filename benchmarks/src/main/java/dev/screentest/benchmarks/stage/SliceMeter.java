package dev.screentest.benchmarks.stage;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.screentest.benchmarks.baton.Performance;
import dev.screentest.testbed.delay.Delays;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a slice cost this fork: CPU, allocation, collector and compiler. Is started when all is
 * prepared and stopped before anything is checked, so it sees what the clock of JMH sees, and
 * nothing of it is done while that clock runs.
 *
 * <p>For the thread that measures; where several do, what one thread spends tells nothing.
 */
public final class SliceMeter {

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final Backends backends;
  private final boolean isSingleThreaded;
  private final Supplier<Delays> delays;
  private Performance start;
  private Performance slice;
  private boolean isRunning;

  /**
   * Prepares.
   *
   * @param delays the waiting for delayed answers so far
   */
  SliceMeter(Backends backends, boolean isSingleThreaded, Supplier<Delays> delays) {
    this.backends = backends;
    this.isSingleThreaded = isSingleThreaded;
    this.delays = delays;
    this.start = now();
    this.slice = start;
  }

  /** Begins, or begins anew. */
  public void start() {
    isRunning = true;
    start = now();
  }

  /** Ends; what comes later does not count. */
  public void stop() {
    if (isRunning) {
      Performance end = now();
      isRunning = false;
      slice =
          new Performance(
              end.wallNanos() - start.wallNanos(),
              difference(start.threadCpuNanos(), end.threadCpuNanos()),
              difference(start.processCpuNanos(), end.processCpuNanos()),
              difference(start.backendCpuNanos(), end.backendCpuNanos()),
              difference(start.allocatedBytes(), end.allocatedBytes()),
              end.collections() - start.collections(),
              end.collectionMillis() - start.collectionMillis(),
              end.compilationMillis() - start.compilationMillis(),
              end.delayedRoundTrips() - start.delayedRoundTrips(),
              end.delayNanos() - start.delayNanos());
    }
  }

  /**
   * Ends, for an operation that another process performed; of what it allocated this one knows
   * nothing.
   *
   * @param processCpuNanos what that process spent
   */
  public void stop(long processCpuNanos) {
    stop();
    slice =
        new Performance(
            slice.wallNanos(),
            Performance.UNKNOWN,
            processCpuNanos,
            Performance.UNKNOWN,
            Performance.UNKNOWN,
            0,
            0,
            0,
            0,
            0);
  }

  /** Returns what it cost. */
  Performance slice() {
    stop();
    return slice;
  }

  private static long difference(long from, long to) {
    return from < 0 || to < 0 ? Performance.UNKNOWN : to - from;
  }

  private Performance now() {
    long collections = 0;
    long collectionMillis = 0;
    for (GarbageCollectorMXBean collector : collectors) {
      collections += Math.max(0, collector.getCollectionCount());
      collectionMillis += Math.max(0, collector.getCollectionTime());
    }
    Delays waited = delays.get();
    return new Performance(
        System.nanoTime(),
        isSingleThreaded ? threads.getCurrentThreadCpuTime() : Performance.UNKNOWN,
        system.getProcessCpuTime(),
        backends.cpuNanos(),
        isSingleThreaded ? threads.getCurrentThreadAllocatedBytes() : Performance.UNKNOWN,
        collections,
        collectionMillis,
        compiler.getTotalCompilationTime(),
        waited.roundTrips(),
        waited.nanos());
  }
}
