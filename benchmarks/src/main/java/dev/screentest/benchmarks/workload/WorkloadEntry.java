package dev.screentest.benchmarks.workload;

import dev.screentest.domain.UnitKind;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Threads;

/**
 * A workload as users choose it.
 *
 * @param name such as {@code movie-with-cast/100}
 * @param summary one line: what an operation is
 * @param benchmark the JMH benchmark: its class
 * @param parameters the JMH parameters that make this workload of it
 * @param batches how many operations it does at a time; null where it is measured for a time, as
 *     workloads are whose kind of unit of work can be chosen
 * @param connections the size of its pool
 * @param countedOperations operations over which its cost on the wire is counted: those of a
 *     workload that inserts take whole blocks of ids
 * @param workload makes it without JMH
 * @param group what it is about
 * @param needed how many movies a data set must have
 */
public record WorkloadEntry(
    String name,
    String summary,
    Class<? extends Workload> benchmark,
    Map<String, String> parameters,
    @Nullable Batches batches,
    int connections,
    int countedOperations,
    Function<UnitKind, Workload> workload,
    Group group,
    MoviesNeeded needed) {

  /** The counter of a workload that writes for what a whole batch allocates. */
  public static final String ALLOCATED_BYTES = "allocatedBytes";

  /** The JMH parameter of a workload that reads for the kind of its unit of work. */
  public static final String UNIT = "unit";

  /**
   * The order that spares most stages: those that need as many connections share one, those that
   * change nothing first.
   */
  public static final Comparator<WorkloadEntry> READS_FIRST =
      Comparator.comparing(WorkloadEntry::connections)
          .thenComparing((WorkloadEntry entry) -> !entry.isRead());

  public WorkloadEntry {
    parameters = Map.copyOf(parameters);
  }

  /** Returns whether the kind of its unit of work can be chosen: it only reads. */
  public boolean isRead() {
    return batches == null;
  }

  /**
   * Returns whether its thread and its backend may share a CPU: several threads may not, nor may a
   * JVM that starts, of which the compiler is a part.
   */
  public boolean isPinnable() {
    return group != Group.START && !benchmark.isAnnotationPresent(Threads.class);
  }

  /** Returns the name without the size: what chooses all sizes at once. */
  public String family() {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  WorkloadEntry needing(long movies) {
    return new WorkloadEntry(
        name,
        summary,
        benchmark,
        parameters,
        batches,
        connections,
        countedOperations,
        workload,
        group,
        new MoviesNeeded(movies));
  }

  WorkloadEntry countedOver(int operations) {
    return new WorkloadEntry(
        name,
        summary,
        benchmark,
        parameters,
        batches,
        connections,
        operations,
        workload,
        group,
        needed);
  }
}
