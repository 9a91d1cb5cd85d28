package dev.screentest.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Whole loads on real threads. Nothing is said of how fast they are. */
class LoadGeneratorTest {

  private static final Duration LEAD_IN = Duration.ofMillis(20);
  private static final Duration MEASURED = Duration.ofMillis(500);

  private final LoadGenerator generator = new LoadGenerator();
  private final TimedDataSource pool = new TimedDataSource();

  /** So that nobody gives up because the machine stands still for a moment. */
  private static final Duration LONG_PATIENCE = Duration.ofSeconds(30);

  /** A pool that counts, and whose borrowers lose patience. */
  private static final class CountingPool extends StubPool {

    private final int size;
    private final Duration patience;
    private final Semaphore free;

    CountingPool(int size, Duration patience) {
      this.size = size;
      this.patience = patience;
      this.free = new Semaphore(size, true);
    }

    @Override
    public Connection getConnection() throws SQLException {
      try {
        if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new SQLTransientConnectionException("no connection within " + patience);
        }
      } catch (InterruptedException e) {
        throw new SQLException(e);
      }
      return StubPool.connection(
          (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
              free.release();
            }
            return null;
          });
    }

    Gauge gauge() {
      return () -> size - free.availablePermits();
    }
  }

  private CountingPool lendFrom(int size) {
    return lendFrom(size, LONG_PATIENCE);
  }

  private CountingPool lendFrom(int size, Duration patience) {
    CountingPool counting = new CountingPool(size, patience);
    pool.lendFrom(counting);
    return counting;
  }

  private void holdForAMillisecond() throws SQLException, InterruptedException {
    try (Connection connection = pool.getConnection()) {
      // By the clock that the generator measures with
      Clock.SYSTEM.pauseUntil(Clock.SYSTEM.nanos() + 1_000_000);
    }
  }

  @Test
  void aClosedLoadKeepsAPoolThatIsTooSmallInUse() throws InterruptedException {
    CountingPool two = lendFrom(2);
    LoadResult result =
        generator
            .run(
                LoadShape.closed(4, ThreadKind.PLATFORM, LEAD_IN, 10, MEASURED, 2),
                thread -> this::holdForAMillisecond,
                two.gauge())
            .result();
    assertThat(result.units()).isPositive();
    assertThat(result.seconds()).isEqualTo(0.5);
    assertThat(result.latency().count()).isEqualTo(result.units());
    assertThat(result.hold().p50()).isGreaterThan(900_000);
    assertThat(result.inUse()).isPositive().isLessThanOrEqualTo(2);
    assertThat(result.inUseByHolds()).isPositive().isLessThanOrEqualTo(2);
    assertThat(result.mostWaiting()).isBetween(1, 4);
    assertThat(result.inUseByPart()).hasSize(LoadResult.PARTS);
    assertThat(result.timeouts() + result.errors()).isZero();
    assertThat(result.starvedShare()).isZero();
    assertThat(two.free.availablePermits()).isEqualTo(2);
  }

  @Test
  void anOpenLoadHasALatencyForEachUnitThatWasDue() throws InterruptedException {
    CountingPool two = lendFrom(2);
    TracedResult traced =
        generator.run(
            new LoadShape(
                3,
                ThreadKind.PLATFORM,
                LEAD_IN,
                0,
                MEASURED,
                List.of(new Phase(LEAD_IN.plus(MEASURED), 300)),
                2,
                5,
                true),
            thread -> this::holdForAMillisecond,
            two.gauge());
    Distribution latency = traced.result().latency();
    assertThat(latency.count()).isBetween(75L, 250L);
    assertThat(traced.result().lateness().count()).isEqualTo(latency.count());
    assertThat(traced.course()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
    assertThat(traced.course().stream().mapToLong(Moment::units).sum()).isEqualTo(latency.count());
  }

  /** Each holds one and waits for another before anybody gives one back. */
  @Test
  void starvationIsSeenAndEndsWithSomebodysPatience() throws InterruptedException {
    CountingPool two = lendFrom(2, Duration.ofMillis(50));
    CyclicBarrier barrier = new CyclicBarrier(2);
    LoadResult result =
        generator
            .run(
                LoadShape.closed(2, ThreadKind.PLATFORM, LEAD_IN, 0, MEASURED, 2),
                thread ->
                    () -> {
                      try (Connection first = pool.getConnection()) {
                        // Not for ever: the other one may have ended with the window.
                        awaitOrGoOn(barrier);
                        pool.getConnection().close();
                      }
                    },
                two.gauge())
            .result();
    assertThat(result.starvedShare()).isPositive();
    assertThat(result.timeouts()).isPositive();
    assertThat(result.errors()).isZero();
    assertThat(result.firstError()).contains("no connection within PT0.05S");
    assertThat(two.free.availablePermits()).isEqualTo(2);
  }

  private static void awaitOrGoOn(CyclicBarrier barrier) throws InterruptedException {
    try {
      barrier.await(100, TimeUnit.MILLISECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      barrier.reset();
    }
  }

  @Test
  void aThreadThatBreaksEndsTheLoad() {
    assertThatThrownBy(
            () ->
                generator.run(
                    LoadShape.closed(1, ThreadKind.PLATFORM, LEAD_IN, 0, MEASURED, 1),
                    thread ->
                        () -> {
                          throw new StackOverflowError("deep");
                        },
                    () -> 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("deep");
  }

  @Test
  void virtualThreadsWorkWhereThereAreAny() throws InterruptedException {
    assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
    CountingPool two = lendFrom(2);
    LoadResult result =
        generator
            .run(
                LoadShape.closed(20, ThreadKind.VIRTUAL, LEAD_IN, 0, MEASURED, 2),
                thread -> this::holdForAMillisecond,
                two.gauge())
            .result();
    assertThat(result.units()).isPositive();
  }

  @Test
  void virtualThreadsAreRefusedWhereThereAreNone() {
    assumeThat(Runtime.version().feature()).isLessThan(21);
    assertThatThrownBy(() -> ThreadKind.VIRTUAL.start("none", () -> {}))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("JDK 21");
  }
}
