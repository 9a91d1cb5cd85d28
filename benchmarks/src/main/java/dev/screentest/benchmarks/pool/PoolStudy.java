package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.run.Slots;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Plays a study: in each round a fork of every entrant, one after the other, in an order that is
 * different in each round; each fork plays all cells, in random order.
 */
public final class PoolStudy {

  /** What a fork may need from one entry to the next: a start, or a load whose threads hang. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final StudyPlan plan;
  private final Contestants contestants;
  private final PoolHeader header;
  private final PoolJournal journal;
  private final List<PoolEntry> entries = new ArrayList<>();
  private final Consumer<String> progress;
  private final Consumer<String> log;

  /**
   * Creates a study.
   *
   * @param progress hears what is done
   * @param log hears what forks write to standard error
   */
  public PoolStudy(
      StudyPlan plan,
      Contestants contestants,
      PoolHeader header,
      PoolJournal journal,
      Consumer<String> progress,
      Consumer<String> log) {
    this.plan = plan;
    this.contestants = contestants;
    this.header = header;
    this.journal = journal;
    this.progress = progress;
    this.log = log;
  }

  /** Plays a round, counted from 1. */
  public void play(int round) throws IOException, InterruptedException {
    List<Entrant> order = Slots.drawn(plan.entrants(), plan.seed(), round);
    for (int slot = 0; slot < order.size(); slot++) {
      Entrant entrant = order.get(slot);
      // From the seed and what it is drawn for alone, and the same cells in another order for each.
      long seed = (plan.seed() * 31 + round) * 31 + entrant.toString().hashCode();
      List<Cell> cells = new ArrayList<>(plan.cells());
      Collections.shuffle(cells, Slots.random(seed));
      play(
          new Order(
              entrant,
              round,
              plan.dataset(),
              StudyPlan.playable(cells),
              plan.leadIn().toMillis(),
              plan.measured().toMillis(),
              plan.delay().toNanos(),
              plan.isValidatingEachBorrow(),
              seed));
      progress.accept(
          "[round %d of %d, fork %d of %d] %s"
              .formatted(round, plan.rounds(), slot + 1, order.size(), entrant));
    }
  }

  private void play(Order order) throws IOException, InterruptedException {
    Set<Cell> left = new LinkedHashSet<>(order.cells());
    try (ForkProcess fork =
        ForkProcess.start(
            plan.jvm(order.entrant()),
            contestants.forkArguments(contestants.resolve(order.entrant().contestant())),
            order,
            log)) {
      for (Optional<PoolEntry> next = fork.next(PATIENCE);
          next.isPresent();
          next = fork.next(PATIENCE)) {
        add(next.get());
        left.remove(cell(next.get()));
        if (next.get() instanceof CellFailure failure) {
          progress.accept(
              "FAILED %s, %s: %s".formatted(failure.entrant(), failure.cell(), failure.reason()));
        }
      }
      fork.awaitEnd();
      fail(order, left, "the fork ended without a word about it");
    } catch (ForkLostException e) {
      String reason = String.valueOf(e.getMessage());
      progress.accept("FAILED %s: %s".formatted(order.entrant(), reason));
      fail(order, left, reason);
    }
  }

  private static Cell cell(PoolEntry entry) throws ForkLostException {
    if (entry instanceof Measured measured) {
      return measured.cell();
    }
    if (entry instanceof Opened opened) {
      return opened.cell();
    }
    if (entry instanceof CellFailure failure) {
      return failure.cell();
    }
    throw new ForkLostException("the fork wrote an entry that is not of a cell: " + entry);
  }

  private void fail(Order order, Set<Cell> cells, String reason) throws IOException {
    for (Cell cell : cells) {
      add(new CellFailure(order.entrant(), order.round(), cell, reason));
    }
  }

  private void add(PoolEntry entry) throws IOException {
    journal.append(entry);
    entries.add(entry);
  }

  /** Returns all so far. */
  public PoolData data() {
    return new PoolData(header, entries);
  }
}
