package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.load.LoadResult;
import dev.screentest.benchmarks.load.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a cell in one fork.
 *
 * @param position of the cell among those of the fork, counted from 0
 * @param offeredPerSecond how many units were due in a second, in an open load; of a spike, before
 *     and after it; null in a closed load
 * @param course of the latency, of a spike; otherwise empty
 */
public record Measured(
    Entrant entrant,
    int round,
    int position,
    Cell cell,
    LoadResult load,
    @Nullable Double offeredPerSecond,
    List<Moment> course)
    implements PoolEntry {

  public Measured {
    course = List.copyOf(course);
  }
}
