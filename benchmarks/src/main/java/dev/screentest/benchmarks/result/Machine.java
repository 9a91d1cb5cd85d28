package dev.screentest.benchmarks.result;

import org.jspecify.annotations.Nullable;

/**
 * The machine that measures.
 *
 * @param operatingSystem name, version and architecture
 * @param cpu the model of its processor
 * @param cores processors that the JVM sees
 * @param memoryBytes what it may use
 * @param cpuLimit processors that a container may use at most; null without a limit
 * @param governor how the clock of the processor is governed; null where the system does not say
 * @param isVirtual whether it is known to be a virtual machine or a container
 * @param canPin whether threads and processes can be bound to a CPU
 * @param loadBefore processes that wanted a CPU in the minute before the run; null where unknown
 */
public record Machine(
    String operatingSystem,
    String cpu,
    int cores,
    long memoryBytes,
    @Nullable Double cpuLimit,
    @Nullable String governor,
    boolean isVirtual,
    boolean canPin,
    @Nullable Double loadBefore) {}
