package dev.screentest.domain.spi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * Ids, handed out from blocks of 50: a sequence value N stands for N to N + 49, which Hibernate calls
 * "pooled-lo". Thread-safe; one for each store.
 */
public final class IdBlocks {

  /** The ids of a block: the increment of every sequence in {@code schema.sql}. */
  public static final int SIZE = 50;

  private final Map<Table, Deque<Block>> blocks = new EnumMap<>(Table.class);

  /** Creates an allocator that has no blocks yet. */
  public IdBlocks() {
    for (Table table : Table.values()) {
      blocks.put(table, new ArrayDeque<>());
    }
  }

  /**
   * Returns the given number of ids, fetching as many blocks as are missing. The fetch happens outside
   * the lock: who waits for a connection must not keep others from theirs.
   */
  public long[] next(Table table, int count, BlockSource source) {
    long[] ids = new long[count];
    int taken = take(table, ids, 0);
    while (taken < count) {
      int missing = (count - taken + SIZE - 1) / SIZE;
      add(table, source.fetch(table, missing));
      taken = take(table, ids, taken);
    }
    return ids;
  }

  private int take(Table table, long[] ids, int from) {
    Deque<Block> available = queue(table);
    int i = from;
    synchronized (available) {
      while (i < ids.length && !available.isEmpty()) {
        Block block = available.getFirst();
        while (i < ids.length && block.next < block.end) {
          ids[i++] = block.next++;
        }
        if (block.next == block.end) {
          available.removeFirst();
        }
      }
    }
    return i;
  }

  private void add(Table table, long[] starts) {
    Deque<Block> available = queue(table);
    synchronized (available) {
      for (long start : starts) {
        available.addLast(new Block(start));
      }
    }
  }

  @SuppressWarnings("NullAway") // the constructor has put a queue for every table
  private Deque<Block> queue(Table table) {
    return blocks.get(table);
  }

  /** Fetches the first ids of new blocks, by as many values of the table's sequence. */
  @FunctionalInterface
  public interface BlockSource {

    /** Returns {@code count} values of the table's sequence. */
    long[] fetch(Table table, int count);
  }

  private static final class Block {
    private long next;
    private final long end;

    Block(long start) {
      this.next = start;
      this.end = start + SIZE;
    }
  }
}
