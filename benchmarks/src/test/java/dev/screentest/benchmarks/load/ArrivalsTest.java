package dev.screentest.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long BEGIN = 5 * SECOND;

  private static List<Long> all(List<Phase> phases, long seed) {
    Arrivals arrivals = new Arrivals(phases, BEGIN, seed);
    List<Long> due = new ArrayList<>();
    for (long next = arrivals.next(); next != Arrivals.NONE; next = arrivals.next()) {
      due.add(next);
    }
    assertThat(arrivals.next()).isEqualTo(Arrivals.NONE);
    return due;
  }

  private static Phase phase(long seconds, double perSecond) {
    return new Phase(Duration.ofSeconds(seconds), perSecond);
  }

  private static long between(List<Long> due, long fromSecond, long toSecond) {
    return due.stream()
        .filter(nanos -> nanos >= BEGIN + fromSecond * SECOND && nanos < BEGIN + toSecond * SECOND)
        .count();
  }

  @Test
  void theyComeOneAfterTheOtherFromBeginToEnd() {
    List<Long> due = all(List.of(phase(10, 1_000)), 1);
    assertThat(due).isSorted();
    assertThat(due.get(0)).isGreaterThanOrEqualTo(BEGIN);
    assertThat(due.get(due.size() - 1)).isLessThan(BEGIN + 10 * SECOND);
  }

  /** The number of a Poisson process has the square root of its mean as standard deviation. */
  @Test
  void thereAreAsManyAsAskedFor() {
    assertThat(all(List.of(phase(100, 1_000)), 2).size())
        .isBetween(100_000 - 1_300, 100_000 + 1_300);
  }

  /** Of exponentially distributed gaps, one in e is longer than their mean; of even ones, none. */
  @Test
  void theyComeAsUsersDoAndNotEvenly() {
    List<Long> due = all(List.of(phase(100, 1_000)), 3);
    long longer = 0;
    for (int i = 1; i < due.size(); i++) {
      longer += due.get(i) - due.get(i - 1) > SECOND / 1_000 ? 1 : 0;
    }
    assertThat((double) longer / due.size()).isBetween(0.36, 0.376);
  }

  @Test
  void aSpikeIsWhereItIsMeantToBe() {
    List<Long> due = all(List.of(phase(10, 100), phase(10, 3_000), phase(10, 100)), 4);
    assertThat(between(due, 0, 10)).isBetween(850L, 1_150L);
    assertThat(between(due, 10, 20)).isBetween(29_200L, 30_800L);
    assertThat(between(due, 20, 30)).isBetween(850L, 1_150L);
    assertThat(due.size()).isEqualTo((int) between(due, 0, 30));
  }

  @Test
  void theSameSeedIsTheSameLoad() {
    assertThat(all(List.of(phase(1, 500)), 9)).isEqualTo(all(List.of(phase(1, 500)), 9));
    assertThat(all(List.of(phase(1, 500)), 9)).isNotEqualTo(all(List.of(phase(1, 500)), 8));
  }

  @Test
  void aLoadOfNothingIsRefused() {
    assertThatThrownBy(() -> phase(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.0 units a second");
  }
}
