package dev.screentest.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomEffectsTest {

  /**
   * The thirteen trials of the BCG vaccine (Colditz et al. 1994): cases and others among the
   * vaccinated, then among the controls.
   */
  private static final int[][] BCG = {
    {4, 119, 11, 128},
    {6, 300, 29, 274},
    {3, 228, 11, 209},
    {62, 13_536, 248, 12_619},
    {33, 5_036, 47, 5_761},
    {180, 1_361, 372, 1_079},
    {8, 2_537, 10, 619},
    {505, 87_886, 499, 87_892},
    {29, 7_470, 45, 7_232},
    {17, 1_699, 65, 1_600},
    {186, 50_448, 141, 27_197},
    {5, 2_493, 3, 2_338},
    {27, 16_886, 29, 17_825}
  };

  private static LogEstimate riskRatio(int[] trial) {
    double treated = (double) trial[0] + trial[1];
    double controls = (double) trial[2] + trial[3];
    double variance = 1.0 / trial[0] - 1 / treated + 1.0 / trial[2] - 1 / controls;
    return new LogEstimate(
        Math.log(trial[0] / treated / (trial[2] / controls)), Math.sqrt(variance), 100);
  }

  @Test
  void agreesWithAnotherImplementation() {
    List<LogEstimate> trials = new ArrayList<>();
    for (int[] trial : BCG) {
      trials.add(riskRatio(trial));
    }

    RandomEffects combined = RandomEffects.of(trials);

    // R package metafor, rma(method = "DL"): estimate -0.7141 and tau^2 0.3088; with
    // test = "knha", which scales the error 0.1787 by sqrt(1.02199), 0.1807 on 12 degrees
    assertThat(combined.mean().mean()).isCloseTo(-0.7141, within(5e-5));
    assertThat(combined.betweenRuns()).isCloseTo(0.3088, within(5e-5));
    assertThat(combined.mean().standardError()).isCloseTo(0.1807, within(5e-5));
    assertThat(combined.mean().degreesOfFreedom()).isEqualTo(12);
  }

  @Test
  void runsThatAgreeByLuckAreNoMoreCertainThanTheirOwnErrors() {
    LogEstimate run = new LogEstimate(0.1, 0.03, 7);
    RandomEffects combined = RandomEffects.of(List.of(run, run, run));
    assertThat(combined.betweenRuns()).isZero();
    assertThat(combined.mean().mean()).isCloseTo(0.1, within(1e-12));
    assertThat(combined.mean().standardError()).isCloseTo(0.03 / Math.sqrt(3), within(1e-12));
  }

  @Test
  void runsWithoutErrorsOfTheirOwnLeaveWhatDiffersBetweenThem() {
    RandomEffects combined =
        RandomEffects.of(
            List.of(new LogEstimate(-1, 0, 5), new LogEstimate(0, 0, 5), new LogEstimate(1, 0, 5)));
    assertThat(combined.mean()).isEqualTo(LogRatios.ofLogs(-1, 0, 1).estimate());
    assertThat(combined.betweenRuns()).isCloseTo(1, within(1e-12));
  }

  @Test
  void oneRunIsRefused() {
    assertThatThrownBy(() -> RandomEffects.of(List.of(new LogEstimate(0, 1, 5))))
        .hasMessageContaining("at least 2, not 1");
  }

  /** Each run has 8 rounds of 2 % noise and 1 % of its own that no round shows. */
  @Test
  void threeAgainstThreeRunsCoverTheTruthThoughRunsDiffer() {
    SplittableRandom random = new SplittableRandom(3);
    int covered = 0;
    int alarms = 0;
    for (int replication = 0; replication < 2_000; replication++) {
      LogEstimate change = side(random).over(side(random));
      covered += change.interval(0.95).contains(1) ? 1 : 0;
      alarms +=
          RegressionVerdict.ofFamily(List.of(change), 0).contains(RegressionVerdict.REGRESSION)
              ? 1
              : 0;
    }
    assertThat(covered / 2_000.0).isBetween(0.93, 1.0);
    assertThat(alarms / 2_000.0).isBetween(0.001, 0.05);
  }

  private static LogEstimate side(SplittableRandom random) {
    List<LogEstimate> runs = new ArrayList<>();
    for (int run = 0; run < RandomEffects.MIN_RUNS; run++) {
      double ofRun = 0.01 * random.nextGaussian();
      double[] logs = new double[8];
      for (int r = 0; r < logs.length; r++) {
        logs[r] = ofRun + 0.02 * random.nextGaussian();
      }
      runs.add(LogRatios.ofLogs(logs).estimate());
    }
    return RandomEffects.of(runs).mean();
  }
}
