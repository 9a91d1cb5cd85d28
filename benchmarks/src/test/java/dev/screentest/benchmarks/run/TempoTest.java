package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.verify.Cost;
import dev.screentest.benchmarks.workload.Batches;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TempoTest {

  private static Stream<WorkloadEntry> writesOfOneRowOrGraph() {
    return WorkloadCatalogue.resolve(List.of("insert-graph", "update-movie", "delete-actor"))
        .stream();
  }

  /**
   * 5 000 calls are what the JVM's last compiler waits for; code that is called per row gets more.
   */
  @ParameterizedTest
  @MethodSource("writesOfOneRowOrGraph")
  void aWriteIsCompiledBeforeItIsMeasured(WorkloadEntry workload) {
    int batch = Objects.requireNonNull(workload.batches()).warmup();

    assertThat(batch * Tempo.THOROUGH.warmupBatches()).isGreaterThanOrEqualTo(10_000);
    assertThat(batch * Tempo.NORMAL.warmupBatches()).isGreaterThanOrEqualTo(5_000);
    assertThat(batch * Tempo.QUICK.warmupBatches()).isGreaterThanOrEqualTo(1_500);
  }

  /** Of row, rows and strategy: what takes longer is done less often, and by all alike. */
  @ParameterizedTest
  @CsvSource({
    "insert-rows/10/batched, 2000, 400",
    "insert-rows/100/row-by-row, 250, 50",
    "insert-rows/100/batched, 1666, 333",
    "insert-rows/1000/batched, 166, 33",
    "insert-rows/1000/bulk, 166, 33",
    "insert-rows/10000/batched, 16, 10",
    "insert-rows/10000/row-by-row, 15, 10",
    "load-and-change/1, 2000, 400",
    "load-and-change/1000, 500, 100"
  })
  void aWriteOfManyRowsWarmsUpForAsLong(String workload, int warmup, int measured) {
    assertThat(WorkloadCatalogue.resolve(List.of(workload)).get(0).batches())
        .isEqualTo(new Batches(warmup, measured));
  }

  @Test
  void aWriteThatMostlyWaitsIsMeasuredLessOften() {
    WorkloadEntry near = WorkloadCatalogue.resolve(List.of("update-movie")).get(0);
    assertThat(near.behind(Duration.ofMillis(1)).batches()).isEqualTo(new Batches(2000, 200));
    assertThat(near.behind(Duration.ofMillis(20)).batches()).isEqualTo(new Batches(2000, 50));
    WorkloadEntry large = WorkloadCatalogue.resolve(List.of("insert-rows/1000/batched")).get(0);
    assertThat(large.behind(Duration.ofMillis(20)).batches()).isEqualTo(new Batches(166, 33));
  }

  private static Cost cost(double roundTrips, double rows) {
    return new Cost(1, 0, roundTrips, rows, 0, 0, 0);
  }

  @Test
  void aSliceHasTenOperationsThoughTheyTakeHalfAsLongAgain() {
    assertThat(Tempo.NORMAL.slice(List.of(cost(3, 1), cost(3, 1)), Duration.ZERO))
        .isEqualTo(Duration.ofMillis(100));
    // The longest decides for all: 20 ms for the round trips, 40 ms for the rows
    assertThat(Tempo.NORMAL.slice(List.of(cost(3, 1), cost(100, 10_000)), Duration.ZERO))
        .isEqualTo(Duration.ofMillis(900));
    // Fifteen operations of 25 round trips, each of 0.2 ms and the delay
    assertThat(Tempo.NORMAL.slice(List.of(cost(25, 0)), Duration.ofMillis(1)))
        .isEqualTo(Duration.ofMillis(450));
  }

  @Test
  void whoIsAloneReadsAsLongInFewerSlices() {
    assertThat(Tempo.NORMAL.alone())
        .isEqualTo(new Tempo(5, 5, Duration.ofMillis(900), Duration.ofMillis(300), 3, 4));
    assertThat(new Tempo(1, 2, Duration.ofMillis(20), Duration.ofMillis(20), 1, 2).alone())
        .isEqualTo(new Tempo(1, 1, Duration.ofMillis(60), Duration.ofMillis(60), 1, 2));
  }

  /** Five thousand calls of 0.9 ms. */
  @Test
  void aReadIsCalledOftenEnoughToBeCompiledBeforeItCounts() {
    Duration warmup = Tempo.NORMAL.warmup(Tempo.NORMAL.slice());
    assertThat(warmup.multipliedBy(Tempo.NORMAL.warmups()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(4_500));
    assertThat(Tempo.NORMAL.warmup(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
  }
}
