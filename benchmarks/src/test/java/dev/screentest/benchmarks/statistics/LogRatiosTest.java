package dev.screentest.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRatiosTest {

  private static final double[] A = {103, 98, 110, 105, 99, 107, 101};
  private static final double[] B = {100, 97, 101, 104, 96, 99, 100};

  @Test
  void theIntervalIsThatOfTheClosedForm() {
    // Logs -1, 0, 1: mean 0, sd 1, t(0.975, 2) = 4.302653
    RatioInterval interval = LogRatios.ofLogs(0, 1, -1).interval(0.95);
    double halfWidth = 4.302652729911275 / Math.sqrt(3);
    assertThat(interval.ratio()).isEqualTo(1);
    assertThat(Math.log(interval.low())).isCloseTo(-halfWidth, within(1e-9));
    assertThat(Math.log(interval.high())).isCloseTo(halfWidth, within(1e-9));
  }

  @Test
  void thePValueIsThatOfAnotherImplementation() {
    LogRatios ratios = LogRatios.of(A, B);
    double[] logs = new double[A.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(A[i] / B[i]);
    }
    assertThat(ratios.pValue())
        .isCloseTo(TTest.withDefaults().test(logs).getPValue(), within(1e-12));
  }

  @Test
  void aOverBTimesBOverAIsOne() {
    RatioInterval forth = LogRatios.of(A, B).interval(0.95);
    RatioInterval back = LogRatios.of(B, A).interval(0.95);
    assertThat(forth.ratio() * back.ratio()).isCloseTo(1, within(1e-12));
    assertThat(forth.low() * back.high()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theUnitOfTheCostsDoesNotMatter() {
    double[] nanosA = new double[A.length];
    double[] nanosB = new double[B.length];
    for (int i = 0; i < A.length; i++) {
      nanosA[i] = A[i] * 1000;
      nanosB[i] = B[i] * 1000;
    }
    RatioInterval micros = LogRatios.of(A, B).interval(0.95);
    RatioInterval nanos = LogRatios.of(nanosA, nanosB).interval(0.95);
    assertThat(nanos.ratio()).isCloseTo(micros.ratio(), within(1e-12));
    assertThat(nanos.high()).isCloseTo(micros.high(), within(1e-12));
  }

  @Test
  void theOrderOfRoundsDoesNotMatter() {
    double[] logs = new Random(1).doubles(9).toArray();
    double[] reversed = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      reversed[i] = logs[logs.length - 1 - i];
    }
    assertThat(LogRatios.ofLogs(reversed).interval(0.95))
        .isEqualTo(LogRatios.ofLogs(logs).interval(0.95));
  }

  @Test
  void sameMeansInsideTheMarginWithCertainty() {
    assertThat(LogRatios.ofLogs(0.001, -0.001, 0.002, -0.002, 0, 0).isSame(0.03)).isTrue();
    assertThat(LogRatios.ofLogs(0.1, -0.1, 0.2, -0.2, 0, 0).isSame(0.03)).isFalse();
    assertThat(LogRatios.ofLogs(0.05, 0.051, 0.049, 0.05, 0.05, 0.05).isSame(0.03)).isFalse();
  }

  /**
   * Eight rounds, mean 0: t(0.95, 7) = 1.894579, and ln 1.03 = 0.0295588 allows a standard error of
   * 0.0156018. An interval of 80 % (t = 1.415) would allow 0.0209, one of 95 % (t = 2.365) 0.0125.
   */
  @Test
  void sameIsDecidedByTheIntervalOfNinetyPerCent() {
    assertThat(new LogEstimate(0, 0.01559, 7).isSame(0.03)).isTrue();
    assertThat(new LogEstimate(0, 0.01562, 7).isSame(0.03)).isFalse();
    assertThat(new LogEstimate(0, 0.0126, 7).isSame(0.03)).isTrue();
    assertThat(new LogEstimate(0, 0.0208, 7).isSame(0.03)).isFalse();
    assertThat(new LogEstimate(0.01, 0.0103, 7).isSame(0.03)).isTrue();
    assertThat(new LogEstimate(0.01, 0.0104, 7).isSame(0.03)).isFalse();
    assertThat(new LogEstimate(-0.01, 0.0103, 7).isSame(0.03)).isTrue();
    // The lower end is 1 / 1.03: with 0.97 in its place this would be the same
    assertThat(new LogEstimate(-0.01, 0.0104, 7).isSame(0.03)).isFalse();
  }

  /** Nine in ten of runs with as many rounds as were promised call the same the same. */
  @Test
  void asManyRoundsAsArePromisedAreEnoughForSame() {
    double deviation = 0.02;
    LogRatios seen = LogRatios.ofLogs(deviation, -deviation, deviation, -deviation, 0);
    int rounds = seen.roundsToVerdict(0.03, 1, 1_000).orElseThrow();
    SplittableRandom random = new SplittableRandom(9);
    int same = 0;
    for (int run = 0; run < 4_000; run++) {
      double[] logs = new double[rounds];
      for (int r = 0; r < rounds; r++) {
        logs[r] = seen.standardDeviation() * random.nextGaussian();
      }
      same += LogRatios.ofLogs(logs).isSame(0.03) ? 1 : 0;
    }
    assertThat(same / 4_000.0).isBetween(0.88, 0.97);
  }

  /**
   * With a standard deviation of 0.035496 and 18 rounds each end of the margin is excluded with a
   * probability of 0.955 where the ratio is 1, by F(ln 1.03 / (sd / √n) - t(0.95)) of the t
   * distribution; with 30 rounds and a ratio of exp(0.01) the nearer one is with 0.901, the other
   * always. Of simulated runs 92 and 90 % called it the same.
   */
  @ParameterizedTest
  @CsvSource({"0, 18", "0.01, 30", "-0.01, 30"})
  void sameNeedsBothEndsOfTheMarginAndNearOneOnlyThatOne(double log, int rounds) {
    double[] logs = {0.03, -0.03, 0.015, -0.015, 0.045, -0.045};
    for (int r = 0; r < logs.length; r++) {
      logs[r] += log;
    }
    assertThat(LogRatios.ofLogs(logs).roundsToVerdict(0.03, 1, 100)).hasValue(rounds);
  }

  @Test
  void moreRoundsDetectSmallerEffects() {
    LogRatios ratios = LogRatios.ofLogs(0.02, -0.02, 0.01, -0.01, 0.03, -0.03);
    double effect = ratios.detectableEffect();
    assertThat(ratios.roundsToDetect(effect + 1e-9, 100)).isEqualTo(6);
    assertThat(ratios.roundsToDetect(effect / 2, 100)).isBetween(12, 24);
    assertThat(ratios.roundsToDetect(effect / 1000, 100)).isEqualTo(101);
  }

  @Test
  void thePowerOfTheDetectableEffectIsNinetyPercent() {
    // Simulated runs of the detectable effect itself, for the noise that it was computed from
    LogRatios noise = LogRatios.ofLogs(0.02, -0.02, 0.01, -0.01, 0.03, -0.03, 0.015, -0.015);
    double effect = Math.log1p(noise.detectableEffect());
    Random random = new Random(5);
    int found = 0;
    for (int run = 0; run < 4_000; run++) {
      double[] logs = new double[noise.rounds()];
      for (int r = 0; r < logs.length; r++) {
        logs[r] = effect + noise.standardDeviation() * random.nextGaussian();
      }
      found += LogRatios.ofLogs(logs).pValue() <= 0.05 ? 1 : 0;
    }
    assertThat(found / 4_000.0).isBetween(0.88, 0.94);
  }

  @Test
  void roundsToAVerdictGrowAsTheRatioNearsTheMargin() {
    LogRatios far = LogRatios.ofLogs(0.10, 0.18, 0.02, 0.14, 0.06, 0.10);
    LogRatios one = LogRatios.ofLogs(0.02, -0.02, 0.01, -0.01, 0.03, -0.03);
    assertThat(far.roundsToVerdict(0.03, 1, 100)).hasValue(6);
    assertThat(far.roundsToVerdict(0.03, 24, 100).orElseThrow())
        .isGreaterThan(far.roundsToVerdict(0.03, 1, 100).orElseThrow());
    assertThat(one.roundsToVerdict(0.03, 1, 100).orElseThrow()).isGreaterThan(6);
    assertThat(one.roundsToVerdict(0.0001, 1, 100)).isEmpty();
  }

  @Test
  void noVerdictIsPromisedOfFewerThanSixRounds() {
    assertThat(LogRatios.ofLogs(0.10, 0.101, 0.099).roundsToVerdict(0.03, 1, 100)).hasValue(6);
    assertThat(LogRatios.ofLogs(0.10, 0.101, 0.099).roundsToVerdict(0.03, 1, 5)).isEmpty();
  }

  @Test
  void whatIsNoComparisonIsRefused() {
    assertThatThrownBy(() -> LogRatios.ofLogs(0.1)).hasMessageContaining("at least 2 rounds");
    assertThatThrownBy(() -> LogRatios.of(new double[2], new double[3]))
        .hasMessageContaining("2 against 3");
    assertThatThrownBy(() -> LogRatios.of(new double[] {0, 1}, new double[] {1, 1}))
        .hasMessageContaining("no finite ratio");
  }
}
