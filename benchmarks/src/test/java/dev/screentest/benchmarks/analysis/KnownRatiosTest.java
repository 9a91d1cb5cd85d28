package dev.screentest.benchmarks.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.statistics.LogRatios;
import dev.screentest.benchmarks.statistics.MeanInterval;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What was measured on a quiet machine, with the statistics as they are now. */
class KnownRatiosTest {

  private static final Path QUIET = Path.of("..", "results", "2026-11-26-known-ratios", "quiet");
  private static final Path MORE_ROUNDS = Path.of("..", "results", "2026-11-27-known-ratios");

  @Test
  void noneOfTheTwinsIsToldApart() throws Exception {
    KnownRatios runs = KnownRatios.in(QUIET);

    assertThat(runs.twins()).hasSize(30).extracting(LogRatios::rounds).containsOnly(6);
    assertThat(runs.twinsWithOneInside()).isEqualTo(30);
    assertThat(runs.falseWinners()).isZero();
  }

  @Test
  void whatRunsClaimToFindTheyFind() throws Exception {
    KnownRatios runs = KnownRatios.in(QUIET);

    assertThat(runs.repeating(20)).isEqualTo(new KnownRatios.Detection(2, 2, 10, 13));
    assertThat(runs.repeating(10)).isEqualTo(new KnownRatios.Detection(11, 11, 13, 15));
  }

  @Test
  void overAllRunsNoTwinIsToldApartAndEveryClaimIsKept() throws Exception {
    KnownRatios runs = KnownRatios.in(QUIET, MORE_ROUNDS);

    assertThat(runs.twins()).hasSize(41);
    assertThat(runs.twinsWithOneInside()).isEqualTo(41);
    assertThat(runs.falseWinners()).isZero();
    assertThat(runs.repeating(20)).isEqualTo(new KnownRatios.Detection(8, 8, 19, 24));
    assertThat(runs.repeating(10)).isEqualTo(new KnownRatios.Detection(17, 17, 20, 22));
  }

  @Test
  void noSlotIsFavoured() throws Exception {
    KnownRatios runs = KnownRatios.in(QUIET);

    assertThat(runs.slopePerSlot()).satisfies(KnownRatiosTest::hasZeroInside);
    assertThat(runs.excessBySlot().values()).hasSize(6).allSatisfy(KnownRatiosTest::hasZeroInside);
  }

  private static void hasZeroInside(MeanInterval logs) {
    assertThat(logs.low()).isNegative();
    assertThat(logs.high()).isPositive();
  }
}
