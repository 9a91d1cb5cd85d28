package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.result.ForkEnd;
import dev.screentest.benchmarks.result.ForkFailure;
import dev.screentest.benchmarks.result.ForkStart;
import dev.screentest.benchmarks.result.Interference;
import dev.screentest.benchmarks.result.Slice;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Rounds without a fork: what would have been measured is made up. */
final class ActedRounds implements RoundPlayer {

  private static final int SLICES = 2;
  private static final long OPERATIONS = 10;

  private final Ledger ledger;
  private final ToDoubleFunction<Cell> nanosPerOp;
  private final List<String> played = new ArrayList<>();

  ActedRounds(Ledger ledger, ToDoubleFunction<Cell> nanosPerOp) {
    this.ledger = ledger;
    this.nanosPerOp = nanosPerOp;
  }

  /** Returns what was played, as "workload round". */
  List<String> played() {
    return played;
  }

  @Override
  public void play(WorkloadEntry workload, List<Cell> cells, int round) throws IOException {
    played.add(workload.name() + " " + round);
    for (Cell cell : cells) {
      ledger.add(new ForkStart(cell.id(), round, cells.indexOf(cell)));
    }
    for (int index = 0; index < SLICES; index++) {
      for (Cell cell : cells) {
        double nanos = nanosPerOp.applyAsDouble(cell) * OPERATIONS;
        ledger.add(
            new Slice(cell.id(), round, index, false, OPERATIONS, nanos, Interference.UNKNOWN));
      }
    }
    for (Cell cell : cells) {
      ledger.add(
          nanosPerOp.applyAsDouble(cell) < 0
              ? new ForkFailure(cell.id(), round, "was asked to")
              : new ForkEnd(
                  cell.id(), round, cells.indexOf(cell), null, null, false, null, "", List.of()));
    }
  }
}
