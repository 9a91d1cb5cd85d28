package dev.screentest.benchmarks.baton;

/**
 * What a fork saw of itself in a slice, between the end of all preparation and the beginning of all
 * checks. Where something cannot be told, it is {@link #UNKNOWN}.
 *
 * @param wallNanos how long it took
 * @param threadCpuNanos what the thread that measures spent
 * @param processCpuNanos what the whole process spent, collector and compiler included
 * @param backendCpuNanos what the server's processes for its connections spent
 * @param allocatedBytes what the thread that measures allocated
 * @param collections how often the collector ran
 * @param collectionMillis how long it took for that
 * @param compilationMillis how long the compiler was at work
 * @param delayedRoundTrips how many round trips took longer because they were told to
 * @param delayNanos by how much, all of them together, as the clock saw it
 */
public record Performance(
    long wallNanos,
    long threadCpuNanos,
    long processCpuNanos,
    long backendCpuNanos,
    long allocatedBytes,
    long collections,
    long collectionMillis,
    long compilationMillis,
    long delayedRoundTrips,
    long delayNanos) {

  /** Stands for what cannot be told. */
  public static final long UNKNOWN = -1;
}
