package dev.screentest.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StraightLineTest {

  @Test
  void pointsOnALineGiveThatLine() {
    StraightLine line =
        StraightLine.through(new double[] {0, 200, 1_000}, new double[] {45, 445, 2_045});

    assertThat(line.intercept()).isCloseTo(45, within(1e-9));
    assertThat(line.slope()).isCloseTo(2, within(1e-12));
    assertThat(line.misfit()).isCloseTo(0, within(1e-12));
  }

  /**
   * By hand: around the means 1 and 7/3, sxy is 3 and sxx 2, so that the slope is 3/2 and the
   * intercept 5/6; the points are 1/6, 1/3 and 1/6 from that, of 1, 2 and 4.
   */
  @Test
  void pointsOffALineCountAlike() {
    StraightLine line = StraightLine.through(new double[] {0, 1, 2}, new double[] {1, 2, 4});

    assertThat(line.slope()).isCloseTo(3.0 / 2, within(1e-12));
    assertThat(line.intercept()).isCloseTo(5.0 / 6, within(1e-12));
    assertThat(line.misfit()).isCloseTo(1.0 / 6, within(1e-12));
  }

  @Test
  void whatIsNoLineIsRefused() {
    assertThatThrownBy(() -> StraightLine.through(new double[] {1, 1}, new double[] {2, 3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two different points");
    assertThatThrownBy(() -> StraightLine.through(new double[] {0, 1}, new double[] {0, 3}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                StraightLine.through(
                    new double[] {0, 1}, new double[] {2, Double.POSITIVE_INFINITY}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StraightLine.through(new double[] {0, 1}, new double[] {3}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Slopes 2 and 4: mean 3, standard error 1, and t(0.975, 1) = 12.706. */
  @Test
  void roundsAreTheUnitOfReplication() {
    LinearCost cost =
        LinearCost.of(
            List.of(
                StraightLine.through(new double[] {0, 10}, new double[] {100, 120}),
                StraightLine.through(new double[] {0, 10}, new double[] {100, 140})),
            0.95);

    assertThat(cost.fixed().mean()).isCloseTo(100, within(1e-9));
    assertThat(cost.perUnit().mean()).isCloseTo(3, within(1e-12));
    assertThat(cost.perUnit().low()).isCloseTo(3 - 12.7062, within(1e-3));
    assertThat(cost.perUnit().high()).isCloseTo(3 + 12.7062, within(1e-3));
  }

  /** 20 of 100 is 5 % of 400, which is reached when 2 for each unit have come to 300. */
  @Test
  void anAddedCostBecomesASmallShareWhereTheRestHasGrown() {
    LinearCost cost =
        LinearCost.of(
            List.of(StraightLine.through(new double[] {0, 10}, new double[] {100, 120})), 0.95);

    assertThat(cost.unitsUntilShare(20, 0.05)).isCloseTo(150, within(1e-9));
    assertThat(cost.unitsUntilShare(4, 0.05)).isZero();
    assertThat(cost.unitsUntilShare(-1, 0.05)).isZero();
  }
}
