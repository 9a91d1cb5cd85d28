package dev.screentest.domain.spi;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Ids, handed out from blocks of 50: a sequence value N stands for N to N + 49, which Hibernate
 * calls "pooled-lo". Thread-safe; one for each store.
 */
public final class IdBlocks {

  /** The ids of a block: the increment of every sequence in {@code schema.sql}. */
  public static final int SIZE = 50;

  /** What is left of the blocks that were fetched. */
  private final Blocks movies = new Blocks();

  private final Blocks actors = new Blocks();
  private final Blocks stuntmen = new Blocks();
  private final Blocks contactDetails = new Blocks();

  /**
   * Returns the given number of ids, in ascending order, fetching as many blocks as are missing.
   * The fetch happens outside the lock: who waits for a connection must not keep others from
   * theirs. A block goes first to the one who fetched it, so that nobody fetches twice.
   */
  public long[] next(Table table, int count, BlockSource source) {
    long[] ids = new long[count];
    Blocks shared = left(table);
    int taken;
    synchronized (shared) {
      taken = shared.take(ids, 0);
    }
    if (taken < count) {
      Blocks fetched = new Blocks();
      fetched.add(source.fetch(table, (count - taken + SIZE - 1) / SIZE));
      taken = fetched.take(ids, taken);
      if (taken < count) {
        throw new IllegalStateException(
            "asked for " + count + " ids of " + table + ", the fetched blocks make " + taken);
      }
      synchronized (shared) {
        shared.addAll(fetched);
      }
    }
    Arrays.sort(ids); // blocks may have been fetched out of order by several threads
    return ids;
  }

  private Blocks left(Table table) {
    return switch (table) {
      case MOVIES -> movies;
      case ACTORS -> actors;
      case STUNTMEN -> stuntmen;
      case CONTACT_DETAILS -> contactDetails;
    };
  }

  /** Fetches the first ids of new blocks, by as many values of the table's sequence. */
  @FunctionalInterface
  public interface BlockSource {

    /** Returns {@code count} values of the table's sequence. */
    long[] fetch(Table table, int count);
  }

  /** A queue of blocks. */
  private static final class Blocks {

    private final Deque<Block> queue = new ArrayDeque<>();

    void add(long[] starts) {
      for (long start : starts) {
        queue.addLast(new Block(start));
      }
    }

    void addAll(Blocks blocks) {
      queue.addAll(blocks.queue);
    }

    /**
     * Fills the array from an index on, as far as the blocks reach, and returns where that ended.
     */
    int take(long[] ids, int from) {
      int i = from;
      while (i < ids.length && !queue.isEmpty()) {
        Block block = queue.getFirst();
        while (i < ids.length && block.next < block.end) {
          ids[i++] = block.next++;
        }
        if (block.next == block.end) {
          queue.removeFirst();
        }
      }
      return i;
    }
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
