package dev.screentest.benchmarks.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.ForkFailure;
import dev.screentest.benchmarks.result.WorkloadPlan;
import dev.screentest.benchmarks.statistics.RatioInterval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayAnalysisTest {

  private static List<Way> ways(Runs runs) {
    return RunAnalysis.of(runs.build()).ways();
  }

  private static Runs joinedAndNested() {
    return Runs.of("movie-with-cast/10", "movie-with-cast/10/nested", "find-movie");
  }

  @Test
  void aContestantIsHeldAgainstItself() {
    List<Way> ways =
        ways(
            joinedAndNested()
                .measured("movie-with-cast/10", "jdbc", 8, 1_000, 0.01)
                .measured("movie-with-cast/10/nested", "jdbc", 8, 2_000, 0.01)
                .measured("movie-with-cast/10", "jdbi", 8, 3_000, 0.01)
                .measured("movie-with-cast/10/nested", "jdbi", 8, 1_500, 0.01));

    assertThat(ways)
        .extracting(way -> way.standing().cell().toString())
        .containsExactly(
            "movie-with-cast/10, jdbc",
            "movie-with-cast/10/nested, jdbc",
            "movie-with-cast/10, jdbi",
            "movie-with-cast/10/nested, jdbi");
    assertThat(ways)
        .allSatisfy(
            way -> {
              assertThat(way.task()).isEqualTo("movie-with-cast/10");
              assertThat(way.reference()).isEqualTo("movie-with-cast/10");
            });
    assertThat(ways.get(0).ratio()).isNull();
    assertThat(ways.get(1).rounds()).isEqualTo(8);
    assertThat(ways.get(1).ratio()).isCloseTo(2, within(0.05));
    assertThat(ways.get(3).ratio()).isCloseTo(0.5, within(0.02));
    RatioInterval interval = ways.get(3).interval();
    assertThat(interval).isNotNull();
    assertThat(interval.contains(0.5)).isTrue();
    assertThat(interval.contains(1)).isFalse();
  }

  @Test
  void onlyRoundsOfBothCount() {
    List<Way> ways =
        ways(
            joinedAndNested()
                .measured("movie-with-cast/10", "jdbc", 3, 1_000, 0)
                .measured("movie-with-cast/10/nested", "jdbc", 1, 2_000, 0));

    assertThat(ways.get(1).rounds()).isEqualTo(1);
    assertThat(ways.get(1).ratio()).isCloseTo(2, within(1e-9));
    assertThat(ways.get(1).interval()).isNull();
  }

  @Test
  void aReferenceThatFailedInTheEndIsNone() {
    List<Way> ways =
        ways(
            Runs.of("insert-rows/10/row-by-row", "insert-rows/10/batched", "insert-rows/10/bulk")
                .measured("insert-rows/10/row-by-row", "jdbc", 2, 1_000, 0)
                .with(
                    new ForkFailure(
                        new CellId("insert-rows/10/row-by-row", "jdbc"), 3, "the fork hung"))
                .measured("insert-rows/10/batched", "jdbc", 2, 500, 0)
                .measured("insert-rows/10/bulk", "jdbc", 2, 500, 0));

    assertThat(ways).hasSize(2).allSatisfy(way -> assertThat(way.ratio()).isNull());
  }

  @Test
  void whoHasOneWayOrIsATwinIsNotThere() {
    assertThat(
            ways(
                joinedAndNested()
                    .measured("movie-with-cast/10", "hibernate", 3, 1_000, 0.01)
                    .measured("movie-with-cast/10", "jdbc#twin", 3, 1_000, 0.01)
                    .measured("movie-with-cast/10/nested", "jdbc#twin", 3, 1_000, 0.01)
                    .measured("find-movie", "hibernate", 3, 1_000, 0.01)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "movie-with-cast/10, movie-with-cast/10",
    "movie-with-cast/10/n-plus-one, movie-with-cast/10",
    "tracked/movie-with-cast/10, movie-with-cast/10",
    "insert-rows/1000/bulk, insert-rows/1000",
    "find-movie, find-movie"
  })
  void aTaskIsTheNameWithoutTheWay(String workload, String task) {
    assertThat(new WorkloadPlan(workload, WorkloadPlan.Mode.PAIRED, true, true).task())
        .isEqualTo(task);
  }
}
