package dev.screentest.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.load.LoadResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizingsTest {

  private final List<Cell> cells = new ArrayList<>();
  private final List<Measured> measured = new ArrayList<>();

  private void add(int threads, int size, LoadResult... rounds) {
    Cell cell = Studies.map(threads, size);
    cells.add(cell);
    for (int round = 1; round <= rounds.length; round++) {
      measured.add(Studies.measured(Studies.JDBC, round, cell, rounds[round - 1]));
    }
  }

  private static LoadResult load(long units, double inUse, double machineLoad) {
    return Studies.load(units, 300, inUse, machineLoad);
  }

  private List<Sizing> sizings() {
    return Sizings.of(
        Studies.JDBC,
        cells,
        cell -> measured.stream().filter(fork -> fork.cell().equals(cell)).toList());
  }

  @Test
  void itIsTheSmallestPoolThatIsNearlyAsGoodAsTheBest() {
    add(1, 1, load(9_999, 0.9, 0.5));
    add(8, 1, load(1_000, 1, 0.4), load(1_020, 1, 0.4), load(1_010, 1, 0.4));
    add(8, 2, load(1_950, 2, 0.97), load(1_970, 2, 0.97), load(1_960, 2, 0.97));
    add(8, 4, load(2_000, 4, 0.98), load(2_000, 4, 0.98), load(2_000, 4, 0.98));
    add(8, 8, load(1_980, 7, 0.98), load(1_990, 7, 0.98), load(1_970, 7, 0.98));
    assertThat(sizings())
        .singleElement()
        .satisfies(
            sizing -> {
              assertThat(sizing.threads()).isEqualTo(8);
              assertThat(sizing.size()).isEqualTo(2);
              assertThat(sizing.smallest()).isEqualTo(2);
              assertThat(sizing.largest()).isEqualTo(2);
              assertThat(sizing.best()).isEqualTo(4);
              assertThat(sizing.share()).isBetween(0.97, 0.99);
              assertThat(sizing.limit()).startsWith("the CPUs of this machine are busy for 97 %");
            });
  }

  @Test
  void roundsThatScatterWidenItsInterval() {
    add(8, 1, load(1_700, 1, 0.9), load(2_100, 1, 0.9), load(1_650, 1, 0.9));
    add(8, 2, load(1_800, 2, 0.9), load(2_150, 2, 0.9), load(1_950, 2, 0.9));
    add(8, 4, load(2_000, 4, 0.9), load(2_000, 4, 0.9), load(2_000, 4, 0.9));
    assertThat(sizings())
        .singleElement()
        .satisfies(
            sizing -> {
              assertThat(sizing.size()).isEqualTo(2);
              assertThat(sizing.smallest()).isEqualTo(1);
              assertThat(sizing.largest()).isEqualTo(4);
            });
  }

  @Test
  void oneRoundHasNoInterval() {
    add(8, 1, load(1_000, 1, 0.4));
    add(8, 2, load(2_000, 2, 0.9));
    assertThat(sizings())
        .singleElement()
        .satisfies(
            sizing -> {
              assertThat(sizing.size()).isEqualTo(2);
              assertThat(sizing.smallest()).isNull();
              assertThat(sizing.largest()).isNull();
            });
  }

  @Test
  void aPoolThatIsTooSmallThroughoutIsSaidToBe() {
    add(8, 1, load(1_000, 1, 0.2));
    add(8, 2, load(2_000, 1.95, 0.4));
    assertThat(sizings())
        .singleElement()
        .satisfies(sizing -> assertThat(sizing.limit()).startsWith("still the pool"));
  }

  @Test
  void threadsThatAllHoldOneAreTheLimit() {
    add(2, 1, load(1_000, 1, 0.2));
    add(2, 2, load(2_000, 1.95, 0.4));
    add(2, 4, load(2_000, 1.95, 0.4));
    assertThat(sizings())
        .singleElement()
        .satisfies(sizing -> assertThat(sizing.limit()).startsWith("the threads: 2 of them"));
  }

  @Test
  void whatCannotBeSeenIsNotMadeUp() {
    add(8, 1, load(1_990, 0.9, 0.3));
    add(8, 2, load(2_000, 1.2, 0.3));
    assertThat(sizings())
        .singleElement()
        .satisfies(sizing -> assertThat(sizing.limit()).startsWith("not seen from here"));
  }

  @Test
  void oneSizeIsNoChoice() {
    add(8, 1, load(1_000, 1, 0.4));
    assertThat(sizings()).isEmpty();
  }
}
