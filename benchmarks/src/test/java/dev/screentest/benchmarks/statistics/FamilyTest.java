package dev.screentest.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FamilyTest {

  private static LogEstimate estimate(double... logs) {
    return LogRatios.ofLogs(logs).estimate();
  }

  @Test
  void holmStepsDown() {
    // The worked example of Holm's procedure: 4 * 0.005, 3 * 0.01, 2 * 0.03, then not below 0.06
    assertThat(Holm.adjust(0.01, 0.04, 0.03, 0.005))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    assertThat(Holm.adjust()).isEmpty();
    assertThat(Holm.adjust(0.7, 0.9)).containsExactly(1, 1);
  }

  @Test
  void verdictsTellSameFromUnknown() {
    LogEstimate same = estimate(0.001, -0.001, 0.002, -0.002, 0, 0);
    LogEstimate slower = estimate(0.20, 0.21, 0.19, 0.22, 0.18, 0.2);
    LogEstimate faster = estimate(-0.20, -0.21, -0.19, -0.22, -0.18, -0.2);
    LogEstimate noisy = estimate(0.3, -0.3, 0.2, -0.1, 0.4, 0.1);
    assertThat(Verdict.ofFamily(List.of(same, slower, faster, noisy), 0.03))
        .containsExactly(Verdict.SAME, Verdict.SLOWER, Verdict.FASTER, Verdict.INCONCLUSIVE);
  }

  @Test
  void aSmallButCertainDifferenceInsideTheMarginIsSame() {
    LogEstimate small = estimate(0.010, 0.011, 0.009, 0.010, 0.011, 0.009);
    assertThat(small.pValue()).isLessThan(0.001);
    assertThat(Verdict.ofFamily(List.of(small), 0.03)).containsExactly(Verdict.SAME);
  }

  @Test
  void tiersGroupWhomTheRunDoesNotTellApart() {
    double[] best = {10, 10.1, 9.9, 10.2, 9.8, 10};
    double[] alike = {10.1, 9.9, 10.1, 10, 10.1, 9.9};
    double[] slow = {20, 20.3, 19.9, 20.1, 19.8, 20.2};
    double[] slowest = {40, 40.3, 39.9, 40.1, 39.8, 40.2};
    assertThat(Tiers.of(List.of(slowest, best, slow, alike))).containsExactly(3, 1, 2, 1);
  }

  @Test
  void theGeometricMeanOfOneWorkloadIsItsOwnInterval() {
    LogRatios ratios = LogRatios.ofLogs(0.1, 0.12, 0.09, 0.11);
    RatioInterval own = ratios.interval(0.95);
    RatioInterval mean = GeometricMean.of(List.of(ratios.estimate())).interval(0.95);
    assertThat(mean.ratio()).isCloseTo(own.ratio(), within(1e-12));
    assertThat(mean.low()).isCloseTo(own.low(), within(1e-12));
  }

  @Test
  void theGeometricMeanOfAFactorAndItsInverseIsOne() {
    LogRatios twice = LogRatios.ofLogs(Math.log(2), Math.log(2.02), Math.log(1.98));
    LogRatios half = LogRatios.ofLogs(-Math.log(2), -Math.log(2.02), -Math.log(1.98));
    RatioInterval mean =
        GeometricMean.of(List.of(twice.estimate(), half.estimate())).interval(0.95);
    assertThat(mean.ratio()).isCloseTo(1, within(1e-12));
    assertThat(mean.low() * mean.high()).isCloseTo(1, within(1e-12));
  }

  @Test
  void varianceIsSplitBetweenSlicesAndForks() {
    // Slices vary by 0.02 within each fork, fork means are 1, 2, 3: between = 1 - 0.02 / 2
    VarianceComponents components =
        VarianceComponents.of(
            List.of(new double[] {0.9, 1.1}, new double[] {1.9, 2.1}, new double[] {2.9, 3.1}));
    assertThat(components.withinForks()).isCloseTo(0.02, within(1e-12));
    assertThat(components.betweenForks()).isCloseTo(0.99, within(1e-12));
  }

  @Test
  void theErrorOfAMeanOverWorkloadsIsThatOfWelchAndSatterthwaite() {
    // Variances of the means 0.04 and 0.01 with 5 and 9 degrees of freedom:
    // error sqrt(0.05) / 2, freedom 0.05^2 / (0.04^2 / 5 + 0.01^2 / 9) = 7.550336
    LogEstimate mean =
        GeometricMean.of(List.of(new LogEstimate(0.3, 0.2, 5), new LogEstimate(0.1, 0.1, 9)));
    assertThat(mean.mean()).isCloseTo(0.2, within(1e-12));
    assertThat(mean.standardError()).isCloseTo(Math.sqrt(0.05) / 2, within(1e-12));
    assertThat(mean.degreesOfFreedom()).isCloseTo(7.550_335_57, within(1e-8));
  }

  @Test
  void forksWithDifferentNumbersOfSlicesCountByTheirHarmonicMean() {
    // Within 0.02 in both, means 1 and 2: between = 0.5 - 0.02 * (1/2 + 1/3) / 2
    VarianceComponents components =
        VarianceComponents.of(
            List.of(
                new double[] {0.9, 1.1},
                new double[] {2 - Math.sqrt(0.02), 2, 2 + Math.sqrt(0.02)}));
    assertThat(components.withinForks()).isCloseTo(0.02, within(1e-12));
    assertThat(components.betweenForks()).isCloseTo(0.5 - 0.02 * 5 / 12, within(1e-12));
  }

  @Test
  void aCostThatFallsIsNoRegressionAndOneThatGrowsIsOneBeyondTheBoundOnly() {
    LogEstimate muchFaster = estimate(-0.5, -0.51, -0.49, -0.5, -0.52, -0.48);
    LogEstimate littleSlower = estimate(0.030, 0.031, 0.029, 0.030, 0.031, 0.029);
    LogEstimate muchSlower = estimate(0.10, 0.101, 0.099, 0.10, 0.102, 0.098);
    LogEstimate unknown = estimate(0.1, -0.1, 0.2, -0.05, 0.15, -0.1);
    assertThat(
            RegressionVerdict.ofFamily(
                List.of(muchFaster, littleSlower, muchSlower, unknown), 0.05))
        .containsExactly(
            RegressionVerdict.FINE,
            RegressionVerdict.FINE,
            RegressionVerdict.REGRESSION,
            RegressionVerdict.INCONCLUSIVE);
  }
}
