package dev.screentest.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

  @Test
  void percentilesAreExactToOnePercentAndTheMeanIsExact() {
    Distribution thousand =
        Distributions.of(LongStream.rangeClosed(1, 1_000).map(n -> n * 1_000).toArray());
    assertThat(thousand.count()).isEqualTo(1_000);
    assertThat(thousand.mean()).isEqualTo(500_500.0);
    assertThat((double) thousand.p50()).isCloseTo(500_000, within(5_000.0));
    assertThat((double) thousand.p99()).isCloseTo(990_000, within(9_900.0));
    assertThat((double) thousand.p999()).isCloseTo(999_000, within(10_000.0));
    assertThat((double) thousand.max()).isCloseTo(1_000_000, within(10_000.0));
  }

  @Test
  void forksTogetherAreAsIfOneHadSeenAll() {
    Distribution one = Distributions.of(1_000, 2_000, 3_000);
    Distribution other = Distributions.of(4_000, 900_000);
    assertThat(Distribution.merged(List.of(one, other)))
        .isEqualTo(Distributions.of(1_000, 2_000, 3_000, 4_000, 900_000));
  }

  @Test
  void nothingIsADistributionToo() {
    assertThat(Distributions.of().count()).isZero();
    assertThat(Distributions.of().mean()).isZero();
    assertThat(Distribution.merged(List.of(Distributions.of(), Distributions.of(7))))
        .isEqualTo(Distributions.of(7));
  }

  @Test
  void whatLastsForEverIsTakenForTenMinutes() {
    assertThat(Distributions.of(Long.MAX_VALUE, -5).mean()).isEqualTo(300e9);
  }
}
