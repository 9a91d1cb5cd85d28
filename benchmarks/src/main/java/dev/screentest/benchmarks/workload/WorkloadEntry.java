package dev.screentest.benchmarks.workload;

import dev.screentest.domain.UnitKind;
import java.time.Duration;
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
 * @param delay by how much each of its round trips takes longer, as its name says; mostly zero
 * @param isSpotCheck whether it is measured beside itself without a CPU of its own, as its name
 *     says
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
    MoviesNeeded needed,
    Duration delay,
    boolean isSpotCheck) {

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

  /** What begins a part of a name that says how a workload is measured. */
  private static final String HOW = "+";

  /** A workload as near to the server as can be. */
  WorkloadEntry(
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
    this(
        name,
        summary,
        benchmark,
        parameters,
        batches,
        connections,
        countedOperations,
        workload,
        group,
        needed,
        Duration.ZERO,
        false);
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
    return !isSpotCheck && group != Group.START && !benchmark.isAnnotationPresent(Threads.class);
  }

  /** Returns the name without the size: what chooses all sizes at once. */
  public String family() {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  /** Returns whether a longer way to the server means anything to it: a new JVM has its own way. */
  public boolean isDelayable() {
    return group != Group.START;
  }

  /** Returns this workload with a longer way to the server, which is part of its name. */
  public WorkloadEntry behind(Duration longerBy) {
    return measured(
        DelayText.of(longerBy),
        batches == null ? null : batches.behind(longerBy),
        longerBy,
        isSpotCheck);
  }

  /**
   * Returns this workload with its thread wherever the system puts it, which is part of its name.
   */
  public WorkloadEntry unpinned() {
    return measured("unpinned", batches, delay, true);
  }

  private WorkloadEntry measured(
      String how, @Nullable Batches newBatches, Duration newDelay, boolean isCheck) {
    return new WorkloadEntry(
        name + HOW + how,
        summary,
        benchmark,
        parameters,
        newBatches,
        connections,
        countedOperations,
        workload,
        group,
        needed,
        newDelay,
        isCheck);
  }

  /** Returns the name without how it is measured, which changes nothing in what it does. */
  public String plainName() {
    int how = name.indexOf(HOW);
    return how < 0 ? name : name.substring(0, how);
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
        new MoviesNeeded(movies, needed.most()));
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
