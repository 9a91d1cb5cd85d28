package dev.screentest.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.load.ThreadKind;
import dev.screentest.testbed.data.DataSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyPlanTest {

  private static StudyPlan plan(Scenario... scenarios) {
    return new StudyPlan(
        List.of(scenarios),
        List.of(UnitMix.READ, UnitMix.WRITE),
        List.of(ThreadKind.PLATFORM, ThreadKind.VIRTUAL),
        List.of(8, 1, 4, 4),
        List.of(2, 1),
        List.of("jdbc", "jdbi"),
        List.of("hikaricp", "agroal"),
        List.of(new Jvm(Path.of("a"), "21.0.1"), new Jvm(Path.of("b"), "25")),
        DataSet.SMALL,
        3,
        Duration.ofMillis(100),
        Duration.ofMillis(400),
        Duration.ZERO,
        false,
        7);
  }

  @Test
  void everybodyPlaysOnEveryPoolAndJvm() {
    assertThat(plan(Scenario.MAP).entrants())
        .hasSize(8)
        .contains(new Entrant("jdbi", "agroal", "25"));
    assertThat(plan(Scenario.MAP).jvm(new Entrant("jdbc", "hikaricp", "25")).java())
        .isEqualTo(Path.of("b"));
  }

  @Test
  void aMapHasEveryNumberOfThreadsOnEveryNumberOfConnections() {
    List<Cell> cells = plan(Scenario.MAP).cells();
    assertThat(cells).hasSize(2 * 2 * 3 * 2).doesNotHaveDuplicates();
    assertThat(cells.get(0)).isEqualTo(Studies.map(1, 1));
  }

  @Test
  void theOthersTakeTheMostThreads() {
    for (Scenario scenario :
        List.of(Scenario.SIZING, Scenario.THINK, Scenario.SPIKE, Scenario.COLD, Scenario.OPEN)) {
      assertThat(plan(scenario).cells())
          .as(scenario.label())
          .isNotEmpty()
          .doesNotHaveDuplicates()
          .allSatisfy(cell -> assertThat(cell.threads()).isEqualTo(8));
    }
  }

  @Test
  void whatAPartIsTakenOfComesBeforeTheParts() {
    List<Cell> shuffled = new ArrayList<>(plan(Scenario.OPEN, Scenario.MAP).cells());
    Collections.reverse(shuffled);
    List<Cell> playable = StudyPlan.playable(shuffled);
    assertThat(playable).containsExactlyInAnyOrderElementsOf(shuffled);
    int firstOpen =
        playable.indexOf(playable.stream().filter(Cell::isOpen).findFirst().orElseThrow());
    assertThat(playable.subList(firstOpen, playable.size())).allMatch(Cell::isOpen);
  }

  @Test
  void aUnitThatNeedsTwoConnectionsNeverStarvesWithOneMoreThanThreads() {
    Cell second = Cell.closed(Scenario.SECOND, UnitMix.READ, ThreadKind.PLATFORM, 8, 4);
    assertThat(second.connectionsThatNeverStarve()).isEqualTo(9);
    assertThat(Studies.map(8, 4).connectionsThatNeverStarve()).isEqualTo(1);
  }
}
