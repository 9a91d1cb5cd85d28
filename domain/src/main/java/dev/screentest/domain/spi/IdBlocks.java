package dev.screentest.domain.spi;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Ids, handed out from blocks of 50: a sequence value N stands for N to N + 49, which Hibernate
 * calls "pooled-lo". Blocks are fetched one at a time, as Hibernate's optimizer does. Thread-safe;
 * one for each store.
 */
public final class IdBlocks {

  /** The ids of a block: the increment of every sequence in {@code schema.sql}. */
  public static final int SIZE = 50;

  /** What is left of the blocks that were fetched. */
  private final Deque<Block> movies = new ArrayDeque<>();

  private final Deque<Block> actors = new ArrayDeque<>();
  private final Deque<Block> stuntmen = new ArrayDeque<>();
  private final Deque<Block> contactDetails = new ArrayDeque<>();

  /**
   * Returns the given number of ids, in ascending order, fetching one block after the other as long
   * as some are missing. A fetch happens outside the lock: who waits for a connection must not keep
   * others from theirs. A block goes first to the one who fetched it, so that nobody fetches twice.
   */
  public long[] next(Table table, int count, BlockSource source) {
    long[] ids = new long[count];
    Deque<Block> left = left(table);
    int taken = takeLeft(left, ids);
    while (taken < count) {
      Block block = new Block(source.fetch(table));
      taken = block.take(ids, taken);
      if (!block.isEmpty()) {
        synchronized (left) {
          left.addLast(block);
        }
      }
    }
    Arrays.sort(ids); // blocks may have been fetched out of order by several threads
    return ids;
  }

  /** Takes what is left, as many as are wanted, and returns how many those were. */
  private static int takeLeft(Deque<Block> left, long[] ids) {
    synchronized (left) {
      int taken = 0;
      while (taken < ids.length && !left.isEmpty()) {
        Block block = left.getFirst();
        taken = block.take(ids, taken);
        if (block.isEmpty()) {
          left.removeFirst();
        }
      }
      return taken;
    }
  }

  private Deque<Block> left(Table table) {
    return switch (table) {
      case MOVIES -> movies;
      case ACTORS -> actors;
      case STUNTMEN -> stuntmen;
      case CONTACT_DETAILS -> contactDetails;
    };
  }

  /** Fetches blocks of ids. */
  @FunctionalInterface
  public interface BlockSource {

    /** Returns the next value of the table's sequence: the first id of a block. */
    long fetch(Table table);
  }

  private static final class Block {

    private long next;
    private final long end;

    Block(long start) {
      this.next = start;
      this.end = start + SIZE;
    }

    /**
     * Fills the array from an index on, as far as this block reaches, and returns where it ended.
     */
    int take(long[] ids, int from) {
      int i = from;
      while (i < ids.length && next < end) {
        ids[i++] = next++;
      }
      return i;
    }

    boolean isEmpty() {
      return next == end;
    }
  }
}
