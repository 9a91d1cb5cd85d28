package dev.screentest.benchmarks.pool;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a study set out to do and what came of it so far.
 *
 * @param entries in the order in which they came
 */
public record PoolData(PoolHeader header, List<PoolEntry> entries) {

  public PoolData {
    entries = List.copyOf(entries);
  }

  /** Returns the entries of a kind. */
  public <T extends PoolEntry> Stream<T> entries(Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast);
  }
}
