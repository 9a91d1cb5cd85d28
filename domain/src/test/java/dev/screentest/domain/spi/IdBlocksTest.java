package dev.screentest.domain.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdBlocksTest {

  private final IdBlocks blocks = new IdBlocks();

  @Test
  void handsOutEachBlockFromItsFirstIdToItsLast() {
    Sequence sequence = new Sequence();

    assertThat(blocks.next(Table.MOVIES, 3, sequence)).containsExactly(1, 2, 3);
    assertThat(blocks.next(Table.MOVIES, 48, sequence))
        .containsExactly(LongStream.rangeClosed(4, 51).toArray());
    assertThat(sequence.fetches).hasValue(2);
  }

  @Test
  void fetchesTheMissingBlocksAndNoMore() {
    Sequence sequence = new Sequence();

    assertThat(blocks.next(Table.MOVIES, 101, sequence)).hasSize(101).doesNotHaveDuplicates();
    assertThat(sequence.fetches).hasValue(3);
    assertThat(blocks.next(Table.MOVIES, 49, sequence)).containsExactly(rest(102, 150));
    assertThat(sequence.fetches).as("when blocks are used up to the last id").hasValue(3);
    assertThat(blocks.next(Table.MOVIES, 1, sequence)).containsExactly(151);
    assertThat(sequence.fetches).hasValue(4);
  }

  private static long[] rest(long first, long last) {
    return LongStream.rangeClosed(first, last).toArray();
  }

  @Test
  void fetchesNothingForNoIds() {
    Sequence sequence = new Sequence();

    assertThat(blocks.next(Table.MOVIES, 0, sequence)).isEmpty();
    assertThat(sequence.fetches).hasValue(0);
  }

  @Test
  void keepsTheTablesApart() {
    assertThat(blocks.next(Table.MOVIES, 1, table -> 1)).containsExactly(1);
    assertThat(blocks.next(Table.ACTORS, 1, table -> 501)).containsExactly(501);
    assertThat(blocks.next(Table.MOVIES, 1, new Sequence())).containsExactly(2);
  }

  @Test
  void returnsIdsInAscendingOrderWhateverTheOrderOfTheBlocks() {
    Iterator<Long> starts = List.of(101L, 1L).iterator();

    assertThat(blocks.next(Table.MOVIES, 60, table -> starts.next())).isSorted().hasSize(60);
  }

  @Test
  void keepsNobodyWaitingForAFetch() {
    assertThat(blocks.next(Table.MOVIES, 1, table -> 1)).containsExactly(1);

    long[] outer =
        blocks.next(
            Table.MOVIES,
            50,
            table -> {
              CompletableFuture<long[]> other =
                  CompletableFuture.supplyAsync(() -> blocks.next(Table.MOVIES, 1, inner -> 101));
              assertThat(other).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(new long[] {101});
              return 51;
            });

    assertThat(outer).containsExactly(rest(2, 51));
  }

  @Test
  void neverHandsOutAnIdTwiceWhenThreadsCompete() throws Exception {
    Sequence sequence = new Sequence();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<long[]>> tasks = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        int count = 1 + i % 70;
        tasks.add(() -> blocks.next(Table.ACTORS, count, sequence));
      }
      List<Long> ids = new ArrayList<>();
      for (Future<long[]> future : threads.invokeAll(tasks)) {
        LongStream.of(future.get()).forEach(ids::add);
      }

      assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id >= 1);
      assertThat(sequence.fetches.get())
          .as("at most two blocks for a request of up to seventy")
          .isLessThanOrEqualTo(800);
    } finally {
      threads.shutdownNow();
    }
  }

  /** A sequence that begins at 1 and counts by the size of a block. */
  private static final class Sequence implements IdBlocks.BlockSource {

    private final AtomicLong next = new AtomicLong(1);
    private final AtomicInteger fetches = new AtomicInteger();

    @Override
    public long fetch(Table table) {
      fetches.incrementAndGet();
      return next.getAndAdd(IdBlocks.SIZE);
    }
  }
}
