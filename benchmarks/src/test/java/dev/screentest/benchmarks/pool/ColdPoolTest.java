package dev.screentest.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.screentest.benchmarks.load.ThreadKind;
import dev.screentest.benchmarks.load.UnitsOfLoad;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real pools, and units that only say that they were there. */
class ColdPoolTest {

  private static final int OPENINGS = 5;
  private static final int THREADS = 3;
  private static final int SIZE = 2;

  private static Workspace workspace;

  @BeforeAll
  static void createWorkspace() {
    workspace = SharedDatabase.get().createWorkspace("cold pools");
  }

  @AfterAll
  static void dropWorkspace() {
    workspace.close();
  }

  private static List<Opening> open(ThreadKind kind, Supplier<UnitsOfLoad> units)
      throws InterruptedException {
    PoolOptions options = PoolOptions.defaults().withSize(SIZE).withMetered(false);
    Cell cell = Cell.closed(Scenario.COLD, UnitMix.WRITE, kind, THREADS, SIZE);
    return new ColdPool(() -> workspace.openPool(options), units, cell).open();
  }

  /** Units with the seeds of the opening before would write the values that are there. */
  @Test
  void eachOpeningHasUnitsOfItsOwn() throws InterruptedException {
    AtomicInteger made = new AtomicInteger();
    Queue<Integer> performed = new ConcurrentLinkedQueue<>();
    List<Opening> openings =
        open(
            ThreadKind.PLATFORM,
            () -> {
              int first = made.getAndIncrement() * THREADS;
              return thread -> () -> performed.add(first + thread);
            });
    assertThat(openings).hasSize(OPENINGS);
    assertThat(made).hasValue(OPENINGS);
    assertThat(performed)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, OPENINGS * THREADS).boxed().toList());
  }

  @Test
  void aUnitThatFailsEndsItWithTheReason() {
    UnitsOfLoad failing =
        thread ->
            () -> {
              throw new IllegalArgumentException("odd");
            };
    assertThatThrownBy(() -> open(ThreadKind.PLATFORM, () -> failing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("odd");
  }

  @Test
  void unitsAreDoneByThreadsOfTheKindThatWasAskedFor() throws InterruptedException {
    assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
    Queue<String> performers = new ConcurrentLinkedQueue<>();
    UnitsOfLoad units = thread -> () -> performers.add(Thread.currentThread().toString());
    open(ThreadKind.VIRTUAL, () -> units);
    assertThat(performers)
        .hasSize(OPENINGS * THREADS)
        .allSatisfy(performer -> assertThat(performer).startsWith("VirtualThread"));
  }

  @Test
  void virtualThreadsAreRefusedWhereThereAreNone() {
    assumeThat(Runtime.version().feature()).isLessThan(21);
    UnitsOfLoad idle = thread -> () -> {};
    assertThatThrownBy(() -> open(ThreadKind.VIRTUAL, () -> idle))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("JDK 21");
  }
}
