package dev.screentest.testbed.fault;

import dev.screentest.domain.CommitUnknownException;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.fault.Attempt.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Threads that perform one unit of work after the other and remember how each ended. They never
 * repeat one that failed: whether its rows are there is the question.
 */
final class Writers implements AutoCloseable {
  /** Between two units: a busy application, and time left for who shares the machine. */
  private static final Duration PACE = Duration.ofMillis(5);

  private static final Duration POLL = Duration.ofMillis(5);

  /** Longer than any time-out of pool, driver or server in a drill. */
  private static final Duration UNIT_TIMEOUT = Duration.ofSeconds(60);

  private final MovieStore store;
  private final int count;
  private final ExecutorService threads;
  private final List<Future<?>> running = new ArrayList<>();
  private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Runnable> inTheMiddle = new AtomicReference<>(Writers::nothing);
  private volatile boolean stopped;

  Writers(MovieStore store, int count) {
    this.store = store;
    this.count = count;
    this.threads = Executors.newFixedThreadPool(count);
  }

  int count() {
    return count;
  }

  void start() {
    IntStream.range(0, count).forEach(i -> running.add(threads.submit(() -> write(i))));
  }

  private void write(int writer) {
    for (int n = 1; !stopped; n++) {
      attempts.add(attempt(writer, "unit " + writer + "-" + n));
      LockSupport.parkNanos(PACE.toNanos());
    }
  }

  private Attempt attempt(int writer, String key) {
    Outcome outcome = Outcome.COMMITTED;
    String error = "";
    long began = System.nanoTime();
    try {
      DrillUnit.perform(store, key, () -> inTheMiddle.getAndSet(Writers::nothing).run());
    } catch (CommitUnknownException e) {
      outcome = Outcome.UNKNOWN;
      error = Reckoning.nameOf(e);
    } catch (RuntimeException e) {
      outcome = Outcome.FAILED;
      error = Reckoning.nameOf(e);
    }
    return new Attempt(writer, key, began, System.nanoTime(), outcome, error);
  }

  /** What usually happens in the middle of a unit. */
  private static void nothing() {}

  /** Has the next thread that is in the middle of its unit do something there, once. */
  void inTheMiddleOfAUnit(Runnable something) {
    inTheMiddle.set(something);
  }

  /** Returns all units that have ended. */
  List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /**
   * Waits until every writer has had a unit with that outcome that began after a moment.
   *
   * @return whether that came to pass in time
   */
  boolean awaitEach(Outcome outcome, long sinceNanos, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (writersWith(outcome, sinceNanos) < count) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return true;
  }

  private long writersWith(Outcome outcome, long sinceNanos) {
    return attempts.stream()
        .filter(attempt -> attempt.outcome() == outcome && attempt.isSince(sinceNanos))
        .mapToInt(Attempt::writer)
        .distinct()
        .count();
  }

  /** Lets every writer end its unit, and throws what no unit may throw. */
  void stop() throws InterruptedException {
    stopped = true;
    for (Future<?> writer : running) {
      try {
        writer.get(UNIT_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        throw new DrillFailedException("A writer broke down: " + e.getCause(), e);
      } catch (TimeoutException e) {
        throw new DrillFailedException(
            "A unit of work did not end in " + UNIT_TIMEOUT.toSeconds() + " seconds.", e);
      }
    }
  }

  @Override
  public void close() {
    stopped = true;
    threads.shutdownNow();
  }
}
