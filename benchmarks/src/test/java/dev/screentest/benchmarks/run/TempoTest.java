package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Warmup;

class TempoTest {

  private static Stream<WorkloadEntry> writesOfOneRowOrGraph() {
    return WorkloadCatalogue.resolve(List.of("insert-graph", "update-movie", "delete-actor"))
        .stream();
  }

  /** 5 000 calls are what the JVM's last compiler waits for. */
  @ParameterizedTest
  @MethodSource("writesOfOneRowOrGraph")
  void aWriteIsCompiledBeforeItIsMeasured(WorkloadEntry workload) {
    int batch = workload.benchmark().getAnnotation(Warmup.class).batchSize();

    assertThat(batch * Tempo.NORMAL.warmupBatches()).isGreaterThanOrEqualTo(6_000);
    assertThat(batch * Tempo.QUICK.warmupBatches()).isGreaterThanOrEqualTo(2_500);
  }
}
