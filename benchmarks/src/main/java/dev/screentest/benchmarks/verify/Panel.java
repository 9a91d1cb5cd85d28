package dev.screentest.benchmarks.verify;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.testbed.database.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Verifiers that work at the same time. Each has a server to itself: on a common one, each would
 * count what the others do.
 */
public final class Panel {

  private final int size;
  private final Supplier<Database> servers;
  private final Function<Database, Verifier> verifiers;

  /**
   * Creates a panel.
   *
   * @param size how many verifiers there are at the most
   * @param servers starts a server, for each of them
   */
  public Panel(int size, Supplier<Database> servers, Function<Database, Verifier> verifiers) {
    this.size = size;
    this.servers = servers;
    this.verifiers = verifiers;
  }

  /** Is told what was found, by one verifier at a time. */
  @FunctionalInterface
  public interface Listener {
    /** Hears a finding. */
    void found(Contestant contestant, WorkloadEntry workload, Finding finding);
  }

  /**
   * Verifies contestants in workloads; each contestant goes to the next verifier that is free.
   *
   * @throws SQLException if a database cannot be prepared or looked into; no further contestant is
   *     begun then
   * @throws CancellationException if this thread is interrupted
   */
  public void verify(List<Contestant> contestants, List<WorkloadEntry> workloads, Listener listener)
      throws SQLException {
    Queue<Contestant> waiting = new ConcurrentLinkedQueue<>(contestants);
    int working = Math.min(size, contestants.size());
    ExecutorService threads = Executors.newFixedThreadPool(working);
    try {
      List<Future<?>> all =
          Stream.<Future<?>>generate(
                  () ->
                      threads.submit(
                          () -> {
                            verifyNext(waiting, workloads, listener);
                            return null;
                          }))
              .limit(working)
              .toList();
      for (Future<?> one : all) {
        await(one);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void verifyNext(
      Queue<Contestant> waiting, List<WorkloadEntry> workloads, Listener listener)
      throws SQLException {
    boolean isDone = false;
    try (Database database = servers.get()) {
      Verifier verifier = verifiers.apply(database);
      for (Contestant next = waiting.poll(); next != null; next = waiting.poll()) {
        Contestant contestant = next;
        verifier.verify(
            contestant,
            workloads,
            (workload, finding) -> {
              synchronized (this) {
                listener.found(contestant, workload, finding);
              }
            });
      }
      isDone = true;
    } finally {
      if (!isDone) {
        waiting.clear();
      }
    }
  }

  private static void await(Future<?> one) throws SQLException {
    try {
      one.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while contestants were verified");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a verifier failed", e.getCause());
    }
  }
}
