package dev.screentest.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Laws that hold for whatever costs a run yields; each repetition draws others. */
class PropertiesTest {

  private final Random random;
  private final double[] a;
  private final double[] b;

  PropertiesTest(RepetitionInfo repetition) {
    random = new Random(repetition.getCurrentRepetition());
    int rounds = 6 + random.nextInt(15);
    double spread = Math.pow(10, -4 + 4 * random.nextDouble());
    a = costs(rounds, spread, Math.pow(10, 9 * random.nextDouble()));
    b = costs(rounds, spread, Math.pow(10, 9 * random.nextDouble()));
  }

  private double[] costs(int rounds, double spread, double level) {
    return random
        .doubles(rounds)
        .map(uniform -> level * Math.exp(spread * (uniform - 0.5)))
        .toArray();
  }

  private static double[] scaled(double[] costs, double factor) {
    return Arrays.stream(costs).map(cost -> cost * factor).toArray();
  }

  @RepeatedTest(200)
  void aOverBAndBOverAAreInverse() {
    LogRatios forth = LogRatios.of(a, b);
    LogRatios back = LogRatios.of(b, a);
    assertInverse(forth.interval(0.95), back.interval(0.95));
    assertInverse(SignedRank.interval(forth, 0.95), SignedRank.interval(back, 0.95));
    assertThat(back.pValue()).isCloseTo(forth.pValue(), within(1e-9));
    assertThat(back.isSame(0.03)).isEqualTo(forth.isSame(0.03));
  }

  private static void assertInverse(RatioInterval forth, RatioInterval back) {
    assertThat(forth.ratio() * back.ratio()).isCloseTo(1, within(1e-9));
    assertThat(forth.low() * back.high()).isCloseTo(1, within(1e-9));
    assertThat(forth.high() * back.low()).isCloseTo(1, within(1e-9));
  }

  @RepeatedTest(200)
  void theUnitOfCostsDoesNotMatter() {
    RatioInterval plain = LogRatios.of(a, b).interval(0.95);
    RatioInterval other = LogRatios.of(scaled(a, 1e-3), scaled(b, 1e-3)).interval(0.95);
    assertThat(other.ratio() / plain.ratio()).isCloseTo(1, within(1e-9));
    assertThat(other.low() / plain.low()).isCloseTo(1, within(1e-9));
    assertThat(other.high() / plain.high()).isCloseTo(1, within(1e-9));
  }

  @RepeatedTest(200)
  void aFactorOnOneSideIsAFactorOfTheRatioAndItsInterval() {
    RatioInterval plain = LogRatios.of(a, b).interval(0.95);
    RatioInterval twice = LogRatios.of(scaled(a, 2), b).interval(0.95);
    assertThat(twice.ratio() / plain.ratio()).isCloseTo(2, within(1e-9));
    assertThat(twice.low() / plain.low()).isCloseTo(2, within(1e-9));
    assertThat(twice.high() / plain.high()).isCloseTo(2, within(1e-9));
  }

  @RepeatedTest(200)
  void theOrderOfRoundsDoesNotMatter() {
    LogRatios ratios = LogRatios.of(a, b);
    List<Integer> order = new ArrayList<>(IntStream.range(0, a.length).boxed().toList());
    Collections.shuffle(order, random);
    double[] shuffledA = order.stream().mapToDouble(r -> a[r]).toArray();
    double[] shuffledB = order.stream().mapToDouble(r -> b[r]).toArray();
    LogRatios shuffled = LogRatios.of(shuffledA, shuffledB);
    assertThat(shuffled.interval(0.95)).isEqualTo(ratios.interval(0.95));
    assertThat(SignedRank.interval(shuffled, 0.95)).isEqualTo(SignedRank.interval(ratios, 0.95));
    assertThat(shuffled.detectableEffect()).isEqualTo(ratios.detectableEffect());
  }

  @RepeatedTest(200)
  void aWiderConfidenceIsAWiderIntervalAroundTheSameRatio() {
    LogRatios ratios = LogRatios.of(a, b);
    RatioInterval narrow = ratios.interval(0.90);
    RatioInterval wide = ratios.interval(0.99);
    assertThat(wide.low()).isLessThan(narrow.low());
    assertThat(wide.high()).isGreaterThan(narrow.high());
    assertThat(wide.ratio()).isEqualTo(narrow.ratio()).isBetween(narrow.low(), narrow.high());
  }

  @RepeatedTest(200)
  void theTestRejectsOneExactlyWhereTheIntervalDoesNotHoldIt() {
    LogRatios ratios = LogRatios.of(a, b);
    assertThat(ratios.pValue() <= 0.05).isEqualTo(!ratios.interval(0.95).contains(1));
  }

  @RepeatedTest(200)
  void holmNeverLowersAPValueAndKeepsTheirOrder() {
    double[] pValues = random.doubles(1 + random.nextInt(24)).toArray();
    double[] adjusted = Holm.adjust(pValues);
    for (int i = 0; i < pValues.length; i++) {
      assertThat(adjusted[i]).isBetween(pValues[i], 1.0);
      for (int j = 0; j < pValues.length; j++) {
        assertThat(pValues[i] < pValues[j] && adjusted[i] > adjusted[j]).isFalse();
      }
    }
  }
}
