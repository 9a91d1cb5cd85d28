package dev.screentest.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.screentest.benchmarks.analysis.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunDataTest {

  private static final CellId CELL = new CellId("find-movie", "jdbc");

  private static RunData run(JournalEntry... entries) {
    return new RunData(Runs.header(), List.of(entries));
  }

  private static Slice slice(
      int round, int index, boolean isWarmup, long operations, double nanos) {
    return new Slice(CELL, round, index, isWarmup, operations, nanos, Interference.UNKNOWN);
  }

  private static ForkEnd end(int round) {
    return new ForkEnd(CELL, round, 0, null, null, false, null, "JVM", List.of());
  }

  @Test
  void anOperationsMeanIsAllTimeOverAllOperationsWarmUpApart() {
    RunData data =
        run(
            new ForkStart(CELL, 1, 0),
            slice(1, 0, true, 1, 1e9),
            slice(1, 0, false, 100, 1_000),
            slice(1, 1, false, 300, 9_000),
            slice(1, 2, false, 100, 1_000),
            end(1));
    Fork fork = Forks.of(data, CELL, 1);
    assertThat(fork.nanosPerOp()).isCloseTo(22, within(1e-12));
    assertThat(fork.medianNanosPerOp()).isEqualTo(10);
  }

  @Test
  void anAttemptThatWasBrokenOffDoesNotCountAndNoRoundCountsTwice() {
    RunData data =
        run(
            new ForkStart(CELL, 1, 0),
            slice(1, 0, false, 1, 500),
            new ForkStart(CELL, 1, 0),
            slice(1, 0, false, 1, 10),
            end(1),
            new ForkStart(CELL, 2, 0),
            slice(2, 0, false, 1, 700),
            end(2),
            new ForkStart(CELL, 2, 1),
            slice(2, 0, false, 1, 20),
            end(2),
            new ForkStart(CELL, 3, 0),
            slice(3, 0, false, 1, 30));
    assertThat(Forks.of(data, CELL).keySet()).containsExactly(1, 2);
    assertThat(Forks.of(data, CELL, 1).nanosPerOp()).isEqualTo(10);
    assertThat(Forks.of(data, CELL, 2).nanosPerOp()).isEqualTo(20);
  }
}
