package dev.screentest.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrendTest {

  private static List<Double> slices(int n, double fall, Random noise) {
    return IntStream.range(0, n)
        .mapToObj(i -> 100 * (1 - fall * i / n) * (1 + 0.02 * noise.nextGaussian()))
        .toList();
  }

  private static boolean isFalling(List<Double> fork) {
    return Trend.isFalling(List.of(fork));
  }

  private static List<List<Double>> forks(int forks, int n, double fall, Random noise) {
    return Stream.generate(() -> slices(n, fall, noise)).limit(forks).toList();
  }

  @Test
  void aForkThatBecomesFasterIsStillWarmingUp() {
    assertThat(isFalling(slices(15, 0.30, new Random(1)))).isTrue();
  }

  @Test
  void noiseIsNoTrendButForOneInAHundred() {
    Random noise = new Random(1);
    long flagged = IntStream.range(0, 2_000).filter(i -> isFalling(slices(15, 0, noise))).count();

    assertThat(flagged).isLessThanOrEqualTo(40);
  }

  @Test
  void becomingSlowerIsNoWarmUp() {
    assertThat(isFalling(slices(15, -0.30, new Random(1)))).isFalse();
  }

  @Test
  void aFallThatDoesNotMatterIsNone() {
    assertThat(isFalling(IntStream.range(0, 15).mapToObj(i -> 100 - i * 0.01).toList())).isFalse();
  }

  /** Forks that write have four slices, which by themselves show nothing at this level. */
  @Test
  void fewSlicesOfSeveralForksTellTogetherWhatOneCannot() {
    List<Double> fork = List.of(130.0, 115.0, 107.0, 100.0);
    assertThat(Trend.isFalling(List.of(fork))).isFalse();
    assertThat(Trend.isFalling(List.of(fork, fork, fork))).isTrue();
    List<Double> isolated = List.of(130.0, 115.0, 107.0, 103.0, 100.0);
    assertThat(Trend.isFalling(List.of(isolated, isolated))).isTrue();
    List<Double> quick = List.of(130.0, 110.0, 100.0);
    assertThat(Trend.isFalling(List.of(quick, quick))).isFalse();
    assertThat(Trend.isFalling(List.of(quick, quick, quick))).isTrue();
  }

  @Test
  void noiseOfSeveralForksIsNoTrendButForOneInAHundred() {
    Random noise = new Random(1);
    long flagged =
        IntStream.range(0, 5_000).filter(i -> Trend.isFalling(forks(3, 4, 0, noise))).count();

    assertThat(flagged).isLessThanOrEqualTo(75);
  }

  @Test
  void whatRoseInOneForkAsItFellInAnotherIsNoTrend() {
    List<Double> falling = List.of(130.0, 115.0, 107.0, 100.0);
    List<Double> rising = List.of(100.0, 107.0, 115.0, 130.0);
    assertThat(Trend.isFalling(List.of(falling, rising, falling, rising))).isFalse();
  }

  @Test
  void nothingFallsWhereNothingWasMeasured() {
    assertThat(Trend.isFalling(List.of())).isFalse();
    assertThat(Trend.isFalling(List.of(List.of(), List.of(1.0)))).isFalse();
  }
}
