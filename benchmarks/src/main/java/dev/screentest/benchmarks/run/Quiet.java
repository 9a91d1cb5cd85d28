package dev.screentest.benchmarks.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Waits until a process that has measured is quiet: what its collector and its compiler still do is
 * not charged to the next one.
 */
final class Quiet {

  /** Long enough to see a thread at work, short against a slice. */
  private static final Duration WINDOW = Duration.ofMillis(4);

  /** What a JVM without work needs for its timers. */
  private static final double IDLE_SHARE = 0.05;

  private final LongFunction<Optional<ProcessCpu>> cpu;

  Quiet() {
    this(ProcessCpu::of);
  }

  Quiet(LongFunction<Optional<ProcessCpu>> cpu) {
    this.cpu = cpu;
  }

  /**
   * Waits.
   *
   * @param bound how long at most
   * @return whether the process is quiet, or gone
   */
  boolean await(long pid, Duration bound) {
    long deadline = System.nanoTime() + bound.toNanos();
    Optional<ProcessCpu> before = cpu.apply(pid);
    long since = System.nanoTime();
    while (before.isPresent()) {
      LockSupport.parkNanos(WINDOW.toNanos());
      Optional<ProcessCpu> after = cpu.apply(pid);
      long now = System.nanoTime();
      if (after.isEmpty()
          || after.get().since(before.get()).toNanos() <= IDLE_SHARE * (now - since)) {
        return true;
      }
      if (now > deadline) {
        return false;
      }
      before = after;
      since = now;
    }
    return true;
  }
}
