package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.result.WorkloadPlan.Mode;
import dev.screentest.benchmarks.verify.Cost;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.openjdk.jmh.runner.RunnerException;

/** Plays one round of one workload: all its forks together, or one after the other. */
final class Rounds implements RoundPlayer {

  private final RunPlan plan;
  private final Ledger ledger;
  private final Ensemble ensemble;

  Rounds(RunPlan plan, Ledger ledger, Ensemble ensemble) {
    this.plan = plan;
    this.ledger = ledger;
    this.ensemble = ensemble;
  }

  @Override
  public void play(WorkloadEntry workload, List<Cell> cells, int round)
      throws IOException, InterruptedException, RunnerException {
    // From the seed and what it is drawn for alone, so that a run that was resumed draws the same.
    long seed = plan.seed() * 31 + workload.name().hashCode();
    Random random = Slots.random(seed * 31 + round);
    List<Cost> costs =
        cells.stream().map(cell -> ledger.cost(cell.id())).flatMap(Optional::stream).toList();
    Tempo tempo = plan.tempo(workload);
    Duration slice = tempo.slice(costs, workload.delay());
    int warmups = workload.isRead() ? tempo.warmups() : tempo.warmupBatches();
    int slices = workload.isRead() ? tempo.slices() : tempo.batches();
    if (plan.mode() == Mode.PAIRED) {
      ensemble.play(Slots.order(cells, seed, round), round, 0, warmups, slices, slice, random);
      return;
    }
    List<Cell> bySlot = Slots.drawn(cells, seed, round);
    for (int slot = 0; slot < bySlot.size(); slot++) {
      ensemble.play(List.of(bySlot.get(slot)), round, slot, warmups, slices, slice, random);
    }
  }
}
