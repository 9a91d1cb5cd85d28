package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.result.WorkloadPlan.Mode;
import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunPlanTest {

  private static final Contestant JDBC = new Contestant("jdbc", "taught");
  private static final Contestant JDBI = new Contestant("jdbi", "taught");

  private static RunPlan plan(Contestant... contestants) {
    return new RunPlan(
        WorkloadCatalogue.resolve(List.of("find-movie")),
        List.of(contestants),
        DataSet.TUTORIAL,
        UnitKind.READ,
        StoppingRule.rounds(1),
        1,
        Tempo.QUICK,
        Mode.PAIRED,
        0,
        PoolPlan.DEFAULT,
        RunPlan.USUAL_MARGIN);
  }

  @Test
  void withinOneBuildAllAreComparedWithTheBaseline() {
    RunPlan plan = plan(JDBC, JDBI, JDBI.in("old"), JDBC.twin());

    assertThat(plan.contestants()).extracting(plan::reference).containsOnly(JDBC);
  }

  @Test
  void againstAnOlderBuildEachIsComparedWithItself() {
    Contestant old = JDBC.in("old");
    RunPlan plan = plan(old, JDBC, JDBI.in("old"), JDBI, old.twin());

    assertThat(plan.reference(JDBC)).isEqualTo(old);
    assertThat(plan.reference(JDBI)).isEqualTo(JDBI.in("old"));
    assertThat(plan.reference(old.twin())).isEqualTo(old);
  }
}
