package dev.screentest.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanIntervalTest {

  @Test
  void isTheTIntervalOfTheMean() {
    // Sleep data, first group (Student 1908), as R's t.test prints it: mean 0.75, 95 % interval
    // -0.5297804 to 2.0297804
    double[] sleep = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    MeanInterval interval = MeanInterval.of(sleep, 0.95);
    assertThat(interval.mean()).isCloseTo(0.75, within(1e-12));
    assertThat(interval.low()).isCloseTo(-0.529_780_4, within(1e-6));
    assertThat(interval.high()).isCloseTo(2.029_780_4, within(1e-6));
  }

  @Test
  void oneForkHasNoInterval() {
    assertThat(MeanInterval.of(new double[] {5}, 0.95)).isEqualTo(new MeanInterval(5, null, null));
  }
}
