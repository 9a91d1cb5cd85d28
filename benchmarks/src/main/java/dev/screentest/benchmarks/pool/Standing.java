package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.load.Distribution;
import dev.screentest.benchmarks.load.Moment;
import dev.screentest.benchmarks.statistics.MeanInterval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a cell, over all forks that played it.
 *
 * @param forks how many
 * @param perSecond units done in a second, with the 95 % interval over forks
 * @param ofBaseline units in a second as a part of those of whom it is compared with, see {@link
 *     PoolHeader#reference}; null where there is nobody, or nothing
 * @param ofPlatformThreads units in a second as a part of those of its own platform threads; null
 *     for these, and where they were not measured
 * @param latency of all forks together; of a closed load service time, of an open one from when the
 *     unit was due
 * @param lateness how long after that moment it began
 * @param waited for a connection
 * @param hold of a connection
 * @param holdNanosPerUnit how long a unit holds connections
 * @param holdsPerUnit how often a unit borrows one
 * @param inUse on average, as the pool says
 * @param inUseByPart the same for each of {@link dev.screentest.benchmarks.load.LoadResult#PARTS}
 *     of the window
 * @param inUseByHolds on average, by the moments at which connections came and went
 * @param inUseByLittle on average, as Little's law says
 * @param waiting threads that wait, on average
 * @param mostWaiting the most that were seen to wait
 * @param starvedShare the part of the time in which all connections were held by threads that
 *     waited for another
 * @param timeouts units that no connection came for in time, in all forks
 * @param errors other exceptions, in all forks
 * @param firstError the first of either; null of none
 * @param machineLoad the part of all CPUs that was busy
 * @param clientCpus CPUs of the JVM
 * @param compilers threads of its compiler that had work, with a CPU or without
 * @param offeredPerSecond units due in a second in the last fork, in an open load; of a spike,
 *     before and after it; null in a closed load
 * @param little in use as the pool says, by what Little's law says; null where it is not asked
 * @param courses of the latency of a spike, one of each fork; otherwise empty
 */
public record Standing(
    Entrant entrant,
    Cell cell,
    int forks,
    MeanInterval perSecond,
    @Nullable Share ofBaseline,
    @Nullable Share ofPlatformThreads,
    Distribution latency,
    Distribution lateness,
    Distribution waited,
    Distribution hold,
    double holdNanosPerUnit,
    double holdsPerUnit,
    double inUse,
    List<Double> inUseByPart,
    double inUseByHolds,
    double inUseByLittle,
    double waiting,
    int mostWaiting,
    double starvedShare,
    long timeouts,
    long errors,
    @Nullable String firstError,
    double machineLoad,
    double clientCpus,
    double compilers,
    @Nullable Double offeredPerSecond,
    @Nullable LittlesLaw little,
    List<List<Moment>> courses) {

  /** For this part of the time the compiler may have work when it has compiled what matters. */
  static final double WARM = 0.1;

  public Standing {
    inUseByPart = List.copyOf(inUseByPart);
    courses = courses.stream().map(List::copyOf).toList();
  }

  /** Returns whether the JVM's compiler was still at work, so that all took longer than it will. */
  public boolean isWarmingUp() {
    return compilers > WARM;
  }
}
