package dev.screentest.benchmarks.load;

import static dev.screentest.benchmarks.load.ManualClock.MILLI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One thread of a load, on a clock that no machine disturbs. */
class WorkerTest {

  private final ManualClock clock = new ManualClock();
  private final Window window = new Window();
  private final Recorder recorder = new Recorder(window, false);
  private int calls;

  private void run(UnitOfLoad unit, @Nullable Arrivals arrivals) {
    Worker worker = new Worker(clock, window, recorder, unit, arrivals, 0, new LongAdder());
    worker.run();
    assertThat(worker.end()).isNull();
    assertThat(Recorder.current()).isNull();
  }

  private Distribution latency() {
    return Distribution.of(recorder.latency());
  }

  @Test
  void aClosedLoadCountsWhatEndsWithinTheWindow() {
    window.set(100 * MILLI, 200 * MILLI);
    run(() -> clock.pass(8 * MILLI), null);
    // The ends are at 8, 16, …, 104, …, 192, 200.
    assertThat(recorder.units()).isEqualTo(12);
    assertThat(latency().count()).isEqualTo(12);
    assertThat(latency().mean()).isEqualTo(8.0 * MILLI);
    assertThat(Distribution.of(recorder.lateness()).max()).isZero();
  }

  /** Whoever was due while everything stood still waited, although nobody took the time then. */
  @Test
  void anOpenLoadChargesAStallToAllWhoWereDueInIt() {
    window.set(0, 10_000 * MILLI);
    Arrivals arrivals = new Arrivals(List.of(new Phase(Duration.ofSeconds(10), 100)), 0, 7);
    run(
        () -> {
          calls++;
          clock.pass(calls == 300 ? 2_000 * MILLI : MILLI);
        },
        arrivals);
    long due = latency().count();
    assertThat(due).isEqualTo(calls).isBetween(850L, 1_150L);
    long waited = recorder.latency().histogram().getCountBetweenValues(500 * MILLI, 3_000 * MILLI);
    // Of some 200 that were due in the two seconds, some 150 had to wait for more than half of one.
    assertThat(waited).isBetween(110L, 220L);
    assertThat(latency().max()).isGreaterThanOrEqualTo(1_980 * MILLI);
    assertThat(Distribution.of(recorder.lateness()).p50()).isLessThan(10 * MILLI);
  }

  @Test
  void theSameStallIsOneLongUnitInAClosedLoad() {
    window.set(0, 10_000 * MILLI);
    run(
        () -> {
          calls++;
          clock.pass(calls == 300 ? 2_000 * MILLI : MILLI);
        },
        null);
    assertThat(recorder.latency().histogram().getCountBetweenValues(500 * MILLI, 3_000 * MILLI))
        .isEqualTo(1);
  }

  @Test
  void whatWasDueInTheWindowAndEndedLaterHasItsLatency() {
    window.set(0, 1_000 * MILLI);
    Arrivals arrivals = new Arrivals(List.of(new Phase(Duration.ofSeconds(1), 50)), 0, 7);
    run(
        () -> {
          calls++;
          clock.pass(100 * MILLI);
        },
        arrivals);
    assertThat(latency().count()).isEqualTo(calls);
    assertThat(recorder.units()).isEqualTo(9);
    assertThat(calls).isGreaterThan(30);
    assertThat(latency().max()).isGreaterThan(2_000 * MILLI);
  }

  /** A pool that gives no connection, after two milliseconds. */
  private TimedDataSource refusing(SQLException refusal) {
    TimedDataSource pool = new TimedDataSource(clock);
    pool.lendFrom(
        new StubPool() {
          @Override
          public Connection getConnection() throws SQLException {
            clock.pass(2 * MILLI);
            throw refusal;
          }
        });
    return pool;
  }

  @Test
  void aUnitThatGotNoConnectionIsATimeoutAndOthersAreErrors() {
    window.set(0, 10 * MILLI);
    TimedDataSource pool = refusing(new SQLTransientConnectionException("no connection"));
    run(
        () -> {
          calls++;
          if (calls == 2) {
            clock.pass(MILLI);
            throw new IllegalStateException("odd");
          }
          pool.getConnection().close();
        },
        null);
    assertThat(recorder.timeouts()).isEqualTo(4);
    assertThat(recorder.errors()).isEqualTo(1);
    assertThat(recorder.units()).isZero();
    assertThat(Distribution.of(recorder.waits()).p50()).isCloseTo(2 * MILLI, withinPercentage(1));
    assertThat(recorder.firstError()).contains("no connection");
    assertThat(recorder.held()).isZero();
    assertThat(recorder.isWaiting()).isFalse();
  }

  @Test
  void aServerThatGivesNoConnectionIsAnErrorAndNoTimeout() {
    window.set(0, 10 * MILLI);
    TimedDataSource pool = refusing(new SQLException("sorry, too many clients already", "53300"));
    run(() -> pool.getConnection().close(), null);
    assertThat(recorder.timeouts()).isZero();
    assertThat(recorder.errors()).isEqualTo(5);
    assertThat(recorder.firstError()).contains("too many clients");
    assertThat(recorder.isWaiting()).isFalse();
  }

  @Test
  void aLoadThatFailsAndFailsEnds() {
    run(
        () -> {
          throw new IllegalStateException("always");
        },
        null);
    assertThat(recorder.errors()).isEqualTo(100);
  }
}
