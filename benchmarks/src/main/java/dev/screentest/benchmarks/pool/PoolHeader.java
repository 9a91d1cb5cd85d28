package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.result.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a study set out to do, and where.
 *
 * @param started when, in UTC by ISO 8601
 * @param command its arguments, without passwords
 * @param dataset which data, in words
 * @param baseline the contestant that others are compared with, see {@link #reference}
 * @param leadInMillis how long a load runs before it counts
 * @param measuredMillis how long it counts
 * @param delayNanos by how much each round trip to the server takes longer
 * @param isValidatingEachBorrow whether pools try a connection with a round trip each time they
 *     lend it, and not only one that lay idle
 * @param seed where orders, ids and arrivals come from
 */
public record PoolHeader(
    String started,
    List<String> command,
    String dataset,
    String baseline,
    List<Entrant> entrants,
    List<Cell> cells,
    long leadInMillis,
    long measuredMillis,
    long delayNanos,
    boolean isValidatingEachBorrow,
    long seed,
    Environment environment)
    implements PoolEntry {

  public PoolHeader {
    command = List.copyOf(command);
    entrants = List.copyOf(entrants);
    cells = List.copyOf(cells);
  }

  /**
   * Returns whom an entrant is compared with: the baseline on the same pool and JVM, and the
   * baseline on another pool or JVM with itself on the first of them; null for that one.
   */
  public @Nullable Entrant reference(Entrant entrant) {
    if (!entrant.contestant().equals(baseline)) {
      return new Entrant(baseline, entrant.pool(), entrant.jvm());
    }
    return entrants.stream()
        .filter(other -> other.contestant().equals(baseline))
        .findFirst()
        .filter(first -> !first.equals(entrant))
        .orElse(null);
  }
}
