package dev.screentest.benchmarks.pool;

import java.util.List;

/**
 * Pools that one fork opened, one after the other.
 *
 * @param position of the cell among those of the fork, counted from 0
 */
public record Opened(Entrant entrant, int round, int position, Cell cell, List<Opening> openings)
    implements PoolEntry {

  public Opened {
    openings = List.copyOf(openings);
  }
}
