package dev.screentest.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

class SignedRankTest {

  @Test
  void withSixRoundsTheIntervalSpansAllWalshAverages() {
    // P(rank sum = 0) = 1/64 = 1.6 %, P(rank sum <= 1) = 3.1 %: only the extremes give 95 %
    RatioInterval interval =
        SignedRank.interval(LogRatios.ofLogs(0.1, 0.2, 0.3, 0.4, 0.5, 0.6), 0.95);
    assertThat(Math.log(interval.low())).isCloseTo(0.1, within(1e-12));
    assertThat(Math.log(interval.high())).isCloseTo(0.6, within(1e-12));
    assertThat(Math.log(interval.ratio())).isCloseTo(0.35, within(1e-12));
  }

  @Test
  void theIntervalHoldsExactlyThoseShiftsThatTheTestDoesNotReject() {
    double[] logs = new Random(7).doubles(11, -0.1, 0.3).toArray();
    RatioInterval interval = SignedRank.interval(LogRatios.ofLogs(logs), 0.95);
    double low = Math.log(interval.low());
    double high = Math.log(interval.high());
    assertThat(pValueOfShift(logs, low + 1e-9)).isGreaterThan(0.05);
    assertThat(pValueOfShift(logs, low - 1e-9)).isLessThanOrEqualTo(0.05);
    assertThat(pValueOfShift(logs, high - 1e-9)).isGreaterThan(0.05);
    assertThat(pValueOfShift(logs, high + 1e-9)).isLessThanOrEqualTo(0.05);
  }

  private static double pValueOfShift(double[] logs, double shift) {
    return WilcoxonSignedRankTest.withDefaults()
        .test(Arrays.stream(logs).map(log -> log - shift).toArray())
        .getPValue();
  }

  @Test
  void fewerThanSixRoundsAreRefused() {
    assertThatThrownBy(() -> SignedRank.interval(LogRatios.ofLogs(1, 2, 3, 4, 5), 0.95))
        .hasMessageContaining("at least 6 rounds, not 5");
  }
}
