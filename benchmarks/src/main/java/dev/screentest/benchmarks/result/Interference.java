package dev.screentest.benchmarks.result;

import org.jspecify.annotations.Nullable;

/**
 * What disturbed a slice. It is noted and shown, and never a reason to drop one.
 *
 * @param stealFraction the share of CPU time that the hypervisor took, 0 to 1
 * @param load processes that wanted a CPU
 * @param collectorPauseNanos how long the garbage collector stopped the fork
 * @param checkpoints that the server reported meanwhile, which it does while it writes or when it
 *     is done; null where it does not say
 * @param cpuPerWall CPU time of client and backend over elapsed time: 0.97 to 1.03 in an
 *     undisturbed slice of one thread on one CPU
 */
public record Interference(
    @Nullable Double stealFraction,
    @Nullable Double load,
    @Nullable Double collectorPauseNanos,
    @Nullable Integer checkpoints,
    @Nullable Double cpuPerWall) {

  /** Nothing is known. */
  public static final Interference UNKNOWN = new Interference(null, null, null, null, null);
}
