package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.load.UnitOfLoad;
import dev.screentest.benchmarks.load.UnitsOfLoad;
import dev.screentest.testbed.database.PooledDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens pools while threads stand before the door, each with one unit of work. */
final class ColdPool {

  private static final int TIMES = 5;

  /** A pool that is not full by then opens its connections when somebody needs them. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration POLL = Duration.ofMillis(1);

  private final Supplier<PooledDatabase> opener;
  private final Supplier<UnitsOfLoad> units;
  private final Cell cell;

  /**
   * Creates it.
   *
   * @param opener opens a pool, from which the units borrow then
   * @param units gives each opening units of its own: the same ones would write what is there
   */
  ColdPool(Supplier<PooledDatabase> opener, Supplier<UnitsOfLoad> units, Cell cell) {
    this.opener = opener;
    this.units = units;
    this.cell = cell;
  }

  List<Opening> open() throws InterruptedException {
    List<Opening> openings = new ArrayList<>();
    try {
      for (int time = 0; time < TIMES; time++) {
        openings.add(openOnce());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a unit of work failed on a cold pool: " + e.getCause(), e);
    }
    return openings;
  }

  private Opening openOnce() throws InterruptedException, ExecutionException {
    CountDownLatch isOpen = new CountDownLatch(1);
    List<Future<Long>> ends = startBefore(isOpen);
    try {
      return openDoor(isOpen, ends);
    } finally {
      ends.forEach(end -> end.cancel(true));
    }
  }

  /** Returns when all stand before the door; each has the time of its end. */
  private List<Future<Long>> startBefore(CountDownLatch isOpen) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(cell.threads());
    UnitsOfLoad ofThisTime = units.get();
    List<Future<Long>> ends = new ArrayList<>();
    for (int thread = 0; thread < cell.threads(); thread++) {
      UnitOfLoad unit = ofThisTime.forThread(thread);
      FutureTask<Long> once =
          new FutureTask<>(
              () -> {
                ready.countDown();
                isOpen.await();
                unit.perform();
                return System.nanoTime();
              });
      cell.kind().start("screentest-cold-" + thread, once);
      ends.add(once);
    }
    ready.await();
    return ends;
  }

  private Opening openDoor(CountDownLatch isOpen, List<Future<Long>> ends)
      throws InterruptedException, ExecutionException {
    long begin = System.nanoTime();
    try (PooledDatabase pool = opener.get()) {
      long opened = System.nanoTime();
      isOpen.countDown();
      Long full = fullNanos(pool, begin);
      long first = Long.MAX_VALUE;
      long last = 0;
      for (Future<Long> end : ends) {
        long passed = end.get() - begin;
        first = Math.min(first, passed);
        last = Math.max(last, passed);
      }
      return new Opening(opened - begin, first, last, full);
    }
  }

  private @Nullable Long fullNanos(PooledDatabase pool, long begin) {
    while (pool.poolState().total() < cell.size()) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        return null;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return System.nanoTime() - begin;
  }
}
