package dev.screentest.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LittlesLawTest {

  /** Forks of which the pool says so many times what must be in use. */
  private static List<Measured> forks(double... factors) {
    double used = 2_000 * 300 / 1e6;
    return DoubleStream.of(factors)
        .mapToObj(
            factor ->
                Studies.measured(
                    Studies.JDBC,
                    1,
                    Studies.map(4, 2),
                    Studies.load(2_000, 300, factor * used, 0.9)))
        .toList();
  }

  @Test
  void numbersThatAgreeHold() {
    LittlesLaw law = LittlesLaw.of(forks(1.01, 0.99, 1.0));
    assertThat(law).isNotNull();
    assertThat(law.ratio().ratio()).isBetween(0.995, 1.005);
    assertThat(law.isBroken()).isFalse();
  }

  @Test
  void aPoolThatCountsMoreThanUnitsHoldBreaksIt() {
    LittlesLaw law = LittlesLaw.of(forks(1.30, 1.32, 1.31));
    assertThat(law).isNotNull();
    assertThat(law.isBroken()).isTrue();
  }

  @Test
  void aPoolThatCountsLessBreaksIt() {
    LittlesLaw law = LittlesLaw.of(forks(0.70, 0.72, 0.71));
    assertThat(law).isNotNull();
    assertThat(law.isBroken()).isTrue();
  }

  @Test
  void roundsThatDoNotAgreeWithEachOtherShowNothing() {
    LittlesLaw law = LittlesLaw.of(forks(1.6, 0.8, 1.5));
    assertThat(law).isNotNull();
    assertThat(law.isBroken()).isFalse();
  }

  @Test
  void oneRoundShowsNothing() {
    LittlesLaw law = LittlesLaw.of(forks(2.0));
    assertThat(law).isNotNull();
    assertThat(law.ratio().low()).isNull();
    assertThat(law.isBroken()).isFalse();
  }

  @Test
  void holdsThatTheWindowCutsAreNotAsked() {
    assertThat(
            LittlesLaw.of(
                List.of(
                    Studies.measured(
                        Studies.JDBC, 1, Studies.map(2, 2), Studies.load(10, 60_000, 0.6, 0.1)))))
        .isNull();
  }
}
