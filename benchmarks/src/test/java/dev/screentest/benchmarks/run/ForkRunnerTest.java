package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForkRunnerTest {

  @Test
  void aForkWhoseAnswersAreWrongFailsWithTheReason() {
    RunPlan plan =
        new RunPlan(
            WorkloadCatalogue.resolve(List.of("find-movie")),
            List.of(Contestants.onClassPath().resolve("broken")),
            DataSet.TUTORIAL,
            UnitKind.READ,
            1,
            1,
            new Tempo(1, 1, Duration.ofMillis(10), 1, 1));

    assertThatThrownBy(() -> new ForkRunner(plan, ForkLog.silent()).run(plan.cells().get(0)))
        .isInstanceOf(ForkFailedException.class)
        .hasMessageContaining(
            ".title: expected \"The Bourne Identity\" but was \"The Bourne Identity!\"");
  }
}
