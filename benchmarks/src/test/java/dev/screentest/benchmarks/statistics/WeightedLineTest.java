package dev.screentest.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedLineTest {

  @Test
  void pointsOnALineGiveThatLine() {
    WeightedLine line =
        WeightedLine.through(new double[] {0, 200, 1_000}, new double[] {45, 445, 2_045});

    assertThat(line.intercept()).isCloseTo(45, within(1e-9));
    assertThat(line.slope()).isCloseTo(2, within(1e-12));
    assertThat(line.misfit()).isCloseTo(0, within(1e-12));
  }

  /**
   * By hand: weights 1, 1/4 and 1/16; their sum 21/16; mean x = (1/4 + 2/16) / (21/16) = 2/7; mean
   * y = (1 + 1/2 + 1/4) / (21/16) = 4/3. Around these, sxy = 1/2 and sxx = 11/28 so that the slope
   * is 14/11 and the intercept 4/3 - 4/11 = 32/33.
   */
  @Test
  void pointsOffALineCountInProportionToTheirValues() {
    WeightedLine line = WeightedLine.through(new double[] {0, 1, 2}, new double[] {1, 2, 4});

    assertThat(line.slope()).isCloseTo(14.0 / 11, within(1e-12));
    assertThat(line.intercept()).isCloseTo(32.0 / 33, within(1e-12));
    assertThat(line.misfit()).isCloseTo((4 - 32.0 / 33 - 28.0 / 11) / 4, within(1e-12));
  }

  @Test
  void whatIsNoLineIsRefused() {
    assertThatThrownBy(() -> WeightedLine.through(new double[] {1, 1}, new double[] {2, 3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two different points");
    assertThatThrownBy(() -> WeightedLine.through(new double[] {0, 1}, new double[] {0, 3}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WeightedLine.through(new double[] {0, 1}, new double[] {3}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Slopes 2 and 4: mean 3, standard error 1, and t(0.975, 1) = 12.706. */
  @Test
  void roundsAreTheUnitOfReplication() {
    LinearCost cost =
        LinearCost.of(
            List.of(
                WeightedLine.through(new double[] {0, 10}, new double[] {100, 120}),
                WeightedLine.through(new double[] {0, 10}, new double[] {100, 140})),
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
            List.of(WeightedLine.through(new double[] {0, 10}, new double[] {100, 120})), 0.95);

    assertThat(cost.unitsUntilShare(20, 0.05)).isCloseTo(150, within(1e-9));
    assertThat(cost.unitsUntilShare(4, 0.05)).isZero();
    assertThat(cost.unitsUntilShare(-1, 0.05)).isZero();
  }
}
