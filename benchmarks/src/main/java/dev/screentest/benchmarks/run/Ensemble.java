package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.baton.BatonHost;
import dev.screentest.benchmarks.baton.ForkGoneException;
import dev.screentest.benchmarks.baton.Performance;
import dev.screentest.benchmarks.baton.Readiness;
import dev.screentest.benchmarks.result.Delayed;
import dev.screentest.benchmarks.result.ForkEnd;
import dev.screentest.benchmarks.result.ForkFailure;
import dev.screentest.benchmarks.result.ForkStart;
import dev.screentest.benchmarks.result.Interference;
import dev.screentest.benchmarks.result.Slice;
import dev.screentest.testbed.database.DatabaseUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Forks that are alive at once, of which one at a time measures: all of a round in paired mode, a
 * single one in isolated mode.
 *
 * <p>They start in the order of their slots, as many at a time as there are cores. Each pass gives
 * every fork one slice, in an order of its own. What a fork did is kept before the next one begins,
 * and when all are through they are let go together, so that nobody clears away while another
 * measures.
 */
final class Ensemble {

  /** What a collector or compiler may need after a measured slice. */
  private static final Duration QUIET = Duration.ofMillis(250);

  /** What the compiler may need after the last slice that warms up. */
  private static final Duration COMPILED = Duration.ofSeconds(2);

  /** How often JMH is asked whether it has returned. */
  private static final Duration POLL = Duration.ofMillis(20);

  private final ForkRunner runner;
  private final BatonHost host;
  private final ExecutorService threads;
  private final Ledger ledger;
  private final Optional<Placement> placement;
  private final Quiet quiet = new Quiet();
  private final Patience patience;
  private final Progress progress;
  private final Runnable requireDatabase;
  private final JmhResults jmhResults;
  private final Supplier<OptionalLong> checkpoints;

  /**
   * Prepares.
   *
   * @param threads runs JMH, one thread for each fork
   * @param placement binds forks; empty where that is impossible
   * @param patience after how long a fork is taken for one that hangs
   * @param requireDatabase throws {@link DatabaseUnavailableException} if the database is gone
   * @param checkpoints how many the server had so far; empty where it does not say
   */
  Ensemble(
      ForkRunner runner,
      BatonHost host,
      ExecutorService threads,
      Ledger ledger,
      Optional<Placement> placement,
      Patience patience,
      Progress progress,
      Runnable requireDatabase,
      JmhResults jmhResults,
      Supplier<OptionalLong> checkpoints) {
    this.runner = runner;
    this.host = host;
    this.threads = threads;
    this.ledger = ledger;
    this.placement = placement;
    this.patience = patience;
    this.progress = progress;
    this.requireDatabase = requireDatabase;
    this.jmhResults = jmhResults;
    this.checkpoints = checkpoints;
  }

  /**
   * Plays a round, or a part of it.
   *
   * @param cells by slot
   * @param firstSlot the slot of the first of them
   * @param warmups how many slices do not count
   * @param slices how many do
   * @param slice how long one lasts, of a workload that reads
   * @param random draws the order of each pass
   * @throws DatabaseUnavailableException if the database is gone
   */
  void play(
      List<Cell> cells,
      int round,
      int firstSlot,
      int warmups,
      int slices,
      Duration slice,
      Random random)
      throws IOException, InterruptedException, RunnerException {
    List<PlayedFork> forks = new ArrayList<>();
    try {
      for (Cell cell : cells) {
        PlayedFork fork = new PlayedFork(cell, round, firstSlot + forks.size(), host.seat());
        forks.add(fork);
        ledger.add(new ForkStart(cell.id(), round, fork.slot()));
      }
      start(forks, slice);
      List<Turn> last = List.of();
      for (int pass = 0; pass < warmups + slices; pass++) {
        boolean isWarmup = pass < warmups;
        if (pass == warmups) {
          alive(forks).forEach(fork -> quiet.await(fork.pid(), COMPILED));
        }
        progress.pass(cells.get(0), round, pass, warmups + slices);
        int index = isWarmup ? pass : pass - warmups;
        last = pass(forks, round, index, isWarmup, pass == warmups + slices - 1, random);
      }
      finish(forks, last, slices);
    } finally {
      forks.forEach(fork -> host.leave(fork.seat()));
    }
  }

  private static List<PlayedFork> alive(List<PlayedFork> forks) {
    return forks.stream().filter(fork -> !fork.seat().isGone()).toList();
  }

  private void start(List<PlayedFork> forks, Duration slice)
      throws IOException, InterruptedException, RunnerException {
    int atOnce = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < forks.size() + atOnce; i++) {
      if (i < forks.size()) {
        PlayedFork fork = forks.get(i);
        fork.isRunBy(
            threads.submit(
                () ->
                    runner.run(
                        fork.cell(), fork.seat().invitation(), slice, fork.iterations()::add)));
      }
      if (i >= atOnce - 1 && i - atOnce + 1 < forks.size()) {
        PlayedFork fork = forks.get(i - atOnce + 1);
        try {
          bind(fork, fork.seat().awaitReady(patience.start()));
        } catch (ForkGoneException e) {
          fail(fork, e);
        }
      }
    }
  }

  private void bind(PlayedFork fork, Readiness readiness)
      throws ForkGoneException, InterruptedException {
    if (placement.isPresent()
        && fork.cell().workload().isPinnable()
        && fork.isBoundElsewhere(readiness.thread())) {
      if (!placement.get().bind(fork.pid(), readiness)) {
        throw fork.seat().end("the fork and its backend could not be bound to a CPU");
      }
      fork.isBound(readiness.thread());
    }
  }

  /** One slice that was played, and what the machine looked like before and after it. */
  private record Turn(PlayedFork fork, Performance performance, Slice empty) {}

  private List<Turn> pass(
      List<PlayedFork> forks, int round, int index, boolean isWarmup, boolean isLast, Random random)
      throws IOException, InterruptedException, RunnerException {
    List<PlayedFork> order = new ArrayList<>(alive(forks));
    Collections.shuffle(order, random);
    List<Turn> turns = new ArrayList<>();
    for (PlayedFork fork : order) {
      try {
        bind(fork, fork.seat().awaitReady(patience.slice()));
        OptionalLong checkpointsBefore = checkpoints.get();
        MachineReading before = MachineReading.now();
        Performance performance = host.pass(fork.seat(), patience.slice());
        MachineReading after = MachineReading.now();
        Slice empty =
            new Slice(
                fork.cell().id(),
                round,
                index,
                isWarmup,
                0,
                0,
                interference(before, after, performance, checkpointsSince(checkpointsBefore)));
        Turn turn = new Turn(fork, performance, empty);
        if (isLast) {
          // JMH sends the last iteration when the fork has cleared away.
          turns.add(turn);
        } else {
          keep(turn);
        }
        if (!isWarmup && order.size() > 1) {
          quiet.await(fork.pid(), QUIET);
        }
      } catch (ForkGoneException e) {
        fail(fork, e);
      }
    }
    return turns;
  }

  /** Asks while no fork measures. */
  private @Nullable Integer checkpointsSince(OptionalLong before) {
    OptionalLong now = checkpoints.get();
    return before.isPresent() && now.isPresent()
        ? Math.toIntExact(now.getAsLong() - before.getAsLong())
        : null;
  }

  private static Interference interference(
      MachineReading before,
      MachineReading after,
      Performance performance,
      @Nullable Integer checkpoints) {
    boolean isKnown = performance.threadCpuNanos() >= 0 && performance.backendCpuNanos() >= 0;
    return new Interference(
        after.stolenSince(before),
        after.load(),
        performance.collectionMillis() * 1e6,
        checkpoints,
        isKnown
            ? (double) (performance.threadCpuNanos() + performance.backendCpuNanos())
                / performance.wallNanos()
            : null);
  }

  private void keep(Turn turn) throws IOException, InterruptedException, ForkGoneException {
    IterationScore score = IterationScore.of(iteration(turn.fork()));
    Slice empty = turn.empty();
    Slice slice =
        new Slice(
            empty.cell(),
            empty.round(),
            empty.index(),
            empty.isWarmup(),
            score.operations(),
            score.nanos(),
            empty.interference());
    ledger.add(slice);
    if (!slice.isWarmup()) {
      turn.fork().add(slice, turn.performance(), score);
    }
  }

  /** JMH says nothing of an iteration after which something failed, but that it returns. */
  private IterationResult iteration(PlayedFork fork)
      throws ForkGoneException, InterruptedException {
    long deadline = System.nanoTime() + patience.slice().toNanos();
    while (System.nanoTime() - deadline < 0) {
      boolean isOver = fork.runner().isDone();
      @Nullable IterationResult iteration =
          fork.iterations().poll(isOver ? 0 : POLL.toMillis(), TimeUnit.MILLISECONDS);
      if (iteration != null) {
        return iteration;
      }
      if (isOver) {
        throw fork.seat().ended();
      }
    }
    throw fork.seat().end("JMH did not send an iteration that is over");
  }

  private void finish(List<PlayedFork> forks, List<Turn> last, int slices)
      throws IOException, InterruptedException, RunnerException {
    for (PlayedFork fork : alive(forks)) {
      try {
        fork.seat().awaitFinished(patience.slice());
      } catch (ForkGoneException e) {
        fail(fork, e);
      }
    }
    for (PlayedFork fork : alive(forks)) {
      try {
        fork.seat().dismiss();
      } catch (ForkGoneException e) {
        fail(fork, e);
      }
    }
    for (Turn turn : last) {
      PlayedFork fork = turn.fork();
      if (!fork.seat().isGone()) {
        try {
          keep(turn);
          end(fork, slices);
        } catch (ForkGoneException e) {
          fail(fork, e);
        }
      }
    }
    ledger.force();
  }

  /** JMH returns when the process has ended, and knows whether it did so well. */
  private void end(PlayedFork fork, int slices)
      throws IOException, InterruptedException, RunnerException {
    BenchmarkResult result;
    try {
      result = result(fork);
    } catch (ForkFailedException e) {
      fail(fork, String.valueOf(e.getMessage()));
      return;
    }
    if (fork.measuredSlices() != slices || result.getIterationResults().size() != slices) {
      fail(
          fork,
          "the fork measured %d slices, and JMH %d, instead of %d"
              .formatted(fork.measuredSlices(), result.getIterationResults().size(), slices));
      return;
    }
    ForkEnd end = fork.end();
    jmhResults.keep(fork.cell().id(), fork.round(), result, allocationToAdd(fork, end));
    ledger.add(end);
    Optional<Delayed> delayed = fork.delayed();
    if (delayed.isPresent()) {
      ledger.add(delayed.get());
    }
    progress.fork(fork);
  }

  /** Of several threads and of batches JMH's own results tell it. */
  private static Optional<Double> allocationToAdd(PlayedFork fork, ForkEnd end) {
    boolean isMissing =
        fork.cell().workload().isRead() && RunPlan.isSingleThreaded(fork.cell().workload());
    return isMissing ? Optional.ofNullable(end.bytesPerOp()) : Optional.empty();
  }

  private void fail(PlayedFork fork, ForkGoneException gone)
      throws IOException, InterruptedException, RunnerException {
    String reason = String.valueOf(gone.getMessage());
    if (gone.isItsOwnEnd()) {
      try {
        result(fork);
      } catch (ForkFailedException e) {
        reason = String.valueOf(e.getMessage());
      }
    }
    fail(fork, reason);
  }

  private void fail(PlayedFork fork, String reason) throws IOException, InterruptedException {
    ChildJvm.throwIfEnding();
    requireDatabase.run();
    ledger.add(new ForkFailure(fork.cell().id(), fork.round(), reason));
    progress.failed(fork.cell(), reason);
  }

  /** Returns what JMH says in the end, and waits for that. */
  private BenchmarkResult result(PlayedFork fork)
      throws ForkFailedException, InterruptedException, RunnerException {
    try {
      return fork.runner().get(patience.slice().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ForkFailedException("JMH did not return from the fork", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof ForkFailedException failure) {
        throw failure;
      }
      if (cause instanceof RunnerException failure) {
        throw failure;
      }
      if (cause instanceof DatabaseUnavailableException failure) {
        throw failure;
      }
      throw new IllegalStateException("JMH failed for " + fork.cell(), cause);
    }
  }
}
