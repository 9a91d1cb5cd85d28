package dev.screentest.domain.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
    assertThat(sequence.values).hasValue(2);
  }

  @Test
  void fetchesAllMissingBlocksAtOnce() {
    Sequence sequence = new Sequence();

    assertThat(blocks.next(Table.MOVIES, 101, sequence)).hasSize(101).doesNotHaveDuplicates();
    assertThat(sequence.fetches).hasValue(1);
    assertThat(sequence.values).hasValue(3);
  }

  @Test
  void fetchesNothingForNoIds() {
    Sequence sequence = new Sequence();

    assertThat(blocks.next(Table.MOVIES, 0, sequence)).isEmpty();
    assertThat(sequence.fetches).hasValue(0);
  }

  @Test
  void keepsTheTablesApart() {
    assertThat(blocks.next(Table.MOVIES, 1, (table, count) -> new long[] {1})).containsExactly(1);
    assertThat(blocks.next(Table.ACTORS, 1, (table, count) -> new long[] {501}))
        .containsExactly(501);
    assertThat(blocks.next(Table.MOVIES, 1, new Sequence())).containsExactly(2);
  }

  @Test
  void returnsIdsInAscendingOrderWhateverTheOrderOfTheBlocks() {
    assertThat(blocks.next(Table.MOVIES, 60, (table, count) -> new long[] {101, 1}))
        .isSorted()
        .hasSize(60);
  }

  @Test
  void refusesASourceThatFetchesTooFewBlocks() {
    assertThatIllegalStateException()
        .isThrownBy(() -> blocks.next(Table.ACTORS, 60, (table, count) -> new long[] {1}))
        .withMessage("asked for 60 ids of ACTORS, the fetched blocks make 50");
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
      assertThat(sequence.fetches.get()).as("one fetch for one request").isLessThanOrEqualTo(400);
    } finally {
      threads.shutdownNow();
    }
  }

  /** A sequence that begins at 1 and counts by the size of a block. */
  private static final class Sequence implements IdBlocks.BlockSource {

    private final AtomicLong next = new AtomicLong(1);
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicInteger values = new AtomicInteger();

    @Override
    public long[] fetch(Table table, int count) {
      fetches.incrementAndGet();
      values.addAndGet(count);
      return LongStream.range(0, count).map(i -> next.getAndAdd(IdBlocks.SIZE)).toArray();
    }
  }
}
