package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {

  private static List<Double> slices(int n, double fall, Random noise) {
    return IntStream.range(0, n)
        .mapToObj(i -> 100 * (1 - fall * i / n) * (1 + 0.02 * noise.nextGaussian()))
        .toList();
  }

  @Test
  void aForkThatBecomesFasterIsStillWarmingUp() {
    assertThat(Trend.isFalling(slices(15, 0.30, new Random(1)))).isTrue();
  }

  @Test
  void noiseIsNoTrendButForOneInAHundred() {
    Random noise = new Random(1);
    long flagged =
        IntStream.range(0, 2_000).filter(i -> Trend.isFalling(slices(15, 0, noise))).count();

    assertThat(flagged).isLessThanOrEqualTo(40);
  }

  @Test
  void becomingSlowerIsNoWarmUp() {
    assertThat(Trend.isFalling(slices(15, -0.30, new Random(1)))).isFalse();
  }

  @Test
  void aFallThatDoesNotMatterIsNone() {
    assertThat(Trend.isFalling(IntStream.range(0, 15).mapToObj(i -> 100 - i * 0.01).toList()))
        .isFalse();
  }
}
