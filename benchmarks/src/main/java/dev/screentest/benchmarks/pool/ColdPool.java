package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.load.UnitOfLoad;
import dev.screentest.benchmarks.load.UnitsOfLoad;
import dev.screentest.testbed.database.PooledDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private final UnitsOfLoad units;
  private final Cell cell;

  ColdPool(Supplier<PooledDatabase> opener, UnitsOfLoad units, Cell cell) {
    this.opener = opener;
    this.units = units;
    this.cell = cell;
  }

  List<Opening> open() throws InterruptedException {
    List<Opening> openings = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(cell.threads());
    try {
      for (int time = 0; time < TIMES; time++) {
        openings.add(openOnce(threads));
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a unit of work failed on a cold pool: " + e.getCause(), e);
    } finally {
      threads.shutdownNow();
    }
    return openings;
  }

  private Opening openOnce(ExecutorService threads)
      throws InterruptedException, ExecutionException {
    CountDownLatch ready = new CountDownLatch(cell.threads());
    CountDownLatch isOpen = new CountDownLatch(1);
    List<Future<Long>> ends = new ArrayList<>();
    for (int thread = 0; thread < cell.threads(); thread++) {
      UnitOfLoad unit = units.forThread(thread);
      Callable<Long> once =
          () -> {
            ready.countDown();
            isOpen.await();
            unit.perform();
            return System.nanoTime();
          };
      ends.add(threads.submit(once));
    }
    ready.await();
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
    } finally {
      isOpen.countDown();
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
