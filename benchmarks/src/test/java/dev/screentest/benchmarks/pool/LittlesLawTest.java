package dev.screentest.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.load.LoadResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LittlesLawTest {

  /** Forks of which the pool says so many times what must be in use. */
  private static List<Measured> forks(double... factors) {
    double used = 200 * 300 / 1e6;
    return DoubleStream.of(factors)
        .mapToObj(factor -> fork(Studies.load(200, 300, factor * used, 0.9)))
        .toList();
  }

  private static Measured fork(LoadResult load) {
    return Studies.measured(Studies.JDBC, 1, Studies.map(4, 2), load);
  }

  private static LittlesLaw law(List<Measured> forks) {
    Map<String, LittlesLaw> laws = LittlesLaw.check(Map.of("one", forks));
    assertThat(laws).containsOnlyKeys("one");
    return laws.values().iterator().next();
  }

  /** Three forks whose noise has a standard deviation. */
  private static List<Measured> noisy(double truth, double deviation, Random random) {
    return forks(
        truth * Math.exp(deviation * random.nextGaussian()),
        truth * Math.exp(deviation * random.nextGaussian()),
        truth * Math.exp(deviation * random.nextGaussian()));
  }

  @Test
  void numbersThatAgreeHold() {
    LittlesLaw law = law(forks(1.01, 0.99, 1.0));
    assertThat(law.ratio().ratio()).isBetween(0.995, 1.005);
    assertThat(law.isBroken()).isFalse();
  }

  @Test
  void aPoolThatCountsMoreThanUnitsHoldBreaksIt() {
    assertThat(law(forks(1.30, 1.32, 1.31)).isBroken()).isTrue();
  }

  @Test
  void aPoolThatCountsLessBreaksIt() {
    assertThat(law(forks(0.70, 0.72, 0.71)).isBroken()).isTrue();
  }

  @Test
  void roundsThatDoNotAgreeWithEachOtherShowNothing() {
    assertThat(law(forks(1.6, 0.8, 1.5)).isBroken()).isFalse();
  }

  @Test
  void oneRoundShowsNothing() {
    LittlesLaw law = law(forks(2.0));
    assertThat(law.ratio().low()).isNull();
    assertThat(law.isBroken()).isFalse();
  }

  @Test
  void holdsThatTheWindowCutsAreNotAsked() {
    assertThat(LittlesLaw.check(Map.of("long", List.of(fork(Studies.load(10, 60_000, 0.6, 0.1))))))
        .isEmpty();
  }

  /** One wrong cell is found among many that are right, and no other is called wrong. */
  @Test
  void aBrokenCellIsFoundAmongNoisyOnes() {
    Random random = new Random(5);
    Map<Integer, List<Measured>> cells = new LinkedHashMap<>();
    for (int cell = 0; cell < 80; cell++) {
      cells.put(cell, noisy(cell == 33 ? 1.6 : 1, 0.05, random));
    }
    assertThat(LittlesLaw.check(cells).entrySet())
        .filteredOn(entry -> entry.getValue().isBroken())
        .extracting(Map.Entry::getKey)
        .containsExactly(33);
  }

  /** Were the error not shared, most studies of so much noise would call some cell broken. */
  @Test
  void aStudyOfNoiseAloneIsHardlyEverCalledBroken() {
    Random random = new Random(1);
    int called = 0;
    for (int study = 0; study < 40; study++) {
      Map<Integer, List<Measured>> cells = new LinkedHashMap<>();
      for (int cell = 0; cell < 20; cell++) {
        cells.put(cell, noisy(1, 0.3, random));
      }
      called += LittlesLaw.check(cells).values().stream().anyMatch(LittlesLaw::isBroken) ? 1 : 0;
    }
    assertThat(called).isLessThanOrEqualTo(4);
  }
}
