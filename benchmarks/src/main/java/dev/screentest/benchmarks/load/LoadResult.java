package dev.screentest.benchmarks.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a load, within its window.
 *
 * @param seconds how long the window was
 * @param units of work that were done
 * @param latency of a unit: of a closed load from its begin (service time), of an open one from the
 *     moment when it was due
 * @param lateness how long after that moment it began; all zero in a closed load
 * @param waited for a connection, whether it came or not
 * @param hold of a connection, from having it to giving it back
 * @param inUse connections in use on average, as the pool itself says when it is asked again and
 *     again
 * @param inUseByPart the same for each of {@link #PARTS} of the window
 * @param inUseByHolds the same from the moments at which each connection was lent and came back
 * @param waiting threads that wait for a connection, on average, as they say themselves: not every
 *     pool tells
 * @param mostWaiting the most that were seen to wait
 * @param samples how often the pool was asked
 * @param starvedShare the part of the samples in which every connection was held by a thread that
 *     waited for another
 * @param timeouts units that ended because no connection came in time
 * @param errors units that ended in another exception, within the window or before
 * @param firstError the first of either; null of none
 * @param machineLoad the part of all CPUs of this machine that was busy; negative where unknown
 * @param clientCpus how many CPUs this JVM had, on average
 * @param compilers how many threads of its compiler had work, on average, whether they had a CPU or
 *     not
 */
public record LoadResult(
    double seconds,
    long units,
    Distribution latency,
    Distribution lateness,
    Distribution waited,
    Distribution hold,
    double inUse,
    List<Double> inUseByPart,
    double inUseByHolds,
    double waiting,
    int mostWaiting,
    long samples,
    double starvedShare,
    long timeouts,
    long errors,
    @Nullable String firstError,
    double machineLoad,
    double clientCpus,
    double compilers) {

  /** A window is cut into so many equal parts. */
  public static final int PARTS = 10;

  public LoadResult {
    inUseByPart = List.copyOf(inUseByPart);
  }

  /** Returns the units done in a second. */
  public double perSecond() {
    return units / seconds;
  }

  /** Returns how long a unit holds connections, all of its together; 0 without a unit. */
  public double holdNanosPerUnit() {
    return units == 0 ? 0 : hold.mean() * hold.count() / units;
  }

  /** Returns how often a unit borrows a connection and gives it back; 0 without a unit. */
  public double holdsPerUnit() {
    return units == 0 ? 0 : (double) hold.count() / units;
  }

  /**
   * Returns what must be in use on average by Little's law: arrivals in a second times how long
   * each stays. Here these are holds, since units cancel out: it is the sum of all holds that ended
   * within the window, by its length. The clocks that say so never ask the pool.
   */
  public double inUseByLittle() {
    return perSecond() * holdNanosPerUnit() / 1e9;
  }
}
