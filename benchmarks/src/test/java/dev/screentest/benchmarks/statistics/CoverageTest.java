package dev.screentest.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often the 95 % interval holds the true ratio, in simulated runs of known truth. The seeds are
 * fixed, so the tests always see the same runs.
 */
class CoverageTest {

  private static final int REPLICATIONS = 4_000;
  private static final int REPORTS = 10_000;
  private static final double TRUE_LOG_RATIO = Math.log(1.2);

  /** The noise of a fork's cost, on the logarithmic scale, besides the machine's state. */
  enum Noise {
    /** Small independent noise. */
    QUIET {
      @Override
      double machine(SplittableRandom random, double time) {
        return 0;
      }

      @Override
      double fork(SplittableRandom random) {
        return 0.02 * random.nextGaussian();
      }
    },
    /** A machine that grows slower all the time, in a round as well: who is later loses. */
    DRIFTING_LAPTOP {
      @Override
      double machine(SplittableRandom random, double time) {
        return 0.04 * time + 0.01 * random.nextGaussian();
      }

      @Override
      double fork(SplittableRandom random) {
        return 0.03 * random.nextGaussian();
      }
    },
    /** A neighbour that now and then takes a part of a fork's time. */
    SHARED_HOST {
      @Override
      double machine(SplittableRandom random, double time) {
        return 0.05 * random.nextGaussian();
      }

      @Override
      double fork(SplittableRandom random) {
        double spike = random.nextDouble() < 0.3 ? -0.08 * Math.log(random.nextDouble()) : 0;
        return 0.03 * random.nextGaussian() + spike;
      }
    },
    /** Forks that settle at one of two speeds, by chance. */
    TWO_SPEEDS {
      @Override
      double machine(SplittableRandom random, double time) {
        return 0;
      }

      @Override
      double fork(SplittableRandom random) {
        return (random.nextBoolean() ? 0.06 : 0) + 0.02 * random.nextGaussian();
      }
    };

    /**
     * What the machine does to whoever measures at a time.
     *
     * @param time in rounds
     */
    abstract double machine(SplittableRandom random, double time);

    abstract double fork(SplittableRandom random);

    /** Two contestants, one after the other, in an order that is drawn for each round. */
    double logRatio(SplittableRandom random, int round) {
      double slot = random.nextBoolean() ? 0.5 : 0;
      return TRUE_LOG_RATIO + cost(random, round + slot) - cost(random, round + 0.5 - slot);
    }

    double cost(SplittableRandom random, double time) {
      return machine(random, time) + fork(random);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fixedRunsCoverTheTruthAsOftenAsTheySay(Noise noise) {
    for (int rounds : new int[] {3, 4, 6, 8, 10}) {
      SplittableRandom random = new SplittableRandom(rounds);
      int covered = 0;
      for (int run = 0; run < REPLICATIONS; run++) {
        double[] logs = new double[rounds];
        for (int r = 0; r < rounds; r++) {
          logs[r] = noise.logRatio(random, r);
        }
        covered += covers(LogRatios.ofLogs(logs)) ? 1 : 0;
      }
      assertThat((double) covered / REPLICATIONS).as("%d rounds", rounds).isBetween(0.93, 0.985);
    }
  }

  @ParameterizedTest
  @EnumSource
  void runsThatStopOnPrecisionStillCoverTheTruth(Noise noise) {
    SplittableRandom random = new SplittableRandom(8);
    int covered = 0;
    for (int run = 0; run < REPLICATIONS; run++) {
      covered += covers(stoppedRun(noise, random)) ? 1 : 0;
    }
    assertThat((double) covered / REPLICATIONS).isBetween(0.93, 0.985);
  }

  /** Stops at a half-width of 3 %, from 8 rounds on, at 30 rounds at the latest. */
  private static LogRatios stoppedRun(Noise noise, SplittableRandom random) {
    double[] logs = new double[30];
    int rounds = 0;
    while (true) {
      logs[rounds] = noise.logRatio(random, rounds);
      rounds++;
      if (rounds >= 8) {
        LogRatios ratios = LogRatios.ofLogs(Arrays.copyOf(logs, rounds));
        if (rounds == logs.length || ratios.interval(0.95).halfWidth() <= 0.03) {
          return ratios;
        }
      }
    }
  }

  /** As many rounds as runs have, from the headline's three on. */
  private static Stream<Arguments> noisesAndRounds() {
    return Arrays.stream(Noise.values())
        .flatMap(noise -> IntStream.of(3, 6, 8, 10).mapToObj(rounds -> arguments(noise, rounds)));
  }

  /** A workload with 24 contestants, all of them the baseline under another name. */
  @ParameterizedTest
  @MethodSource("noisesAndRounds")
  void aWorkloadOfIdenticalContestantsNamesAWinnerInOneOfTwentyReportsAtMost(
      Noise noise, int rounds) {
    SplittableRandom random = new SplittableRandom(24);
    int falseWinners = 0;
    for (int report = 0; report < REPORTS; report++) {
      falseWinners += namesAWinner(identical(noise, random, 24, rounds), Verdict.ALPHA) ? 1 : 0;
    }
    assertThat((double) falseWinners / REPORTS).isLessThanOrEqualTo(0.05);
  }

  /** The summary's family: 8 headline workloads, each with 3 contestants and a baseline. */
  @ParameterizedTest
  @MethodSource("noisesAndRounds")
  void aSummaryOfIdenticalContestantsNamesAWinnerInOneOfTwentyReportsAtMost(
      Noise noise, int rounds) {
    SplittableRandom random = new SplittableRandom(83);
    int falseWinners = 0;
    for (int report = 0; report < REPORTS; report++) {
      List<LogEstimate> family = new ArrayList<>();
      for (int workload = 0; workload < 8; workload++) {
        family.addAll(identical(noise, random, 3, rounds));
      }
      falseWinners += namesAWinner(family, Verdict.ALPHA_OVER_WORKLOADS) ? 1 : 0;
    }
    assertThat((double) falseWinners / REPORTS).isLessThanOrEqualTo(0.05);
  }

  private static List<LogEstimate> identical(
      Noise noise, SplittableRandom random, int n, int rounds) {
    double[][] costs = new double[n + 1][rounds];
    List<Integer> slots = new ArrayList<>(IntStream.rangeClosed(0, n).boxed().toList());
    Random order = new Random(random.nextLong());
    for (int r = 0; r < rounds; r++) {
      Collections.shuffle(slots, order);
      for (int c = 0; c <= n; c++) {
        costs[c][r] = Math.exp(noise.cost(random, r + slots.get(c) / (n + 1.0)));
      }
    }
    return Arrays.stream(costs, 1, costs.length)
        .map(contestant -> LogRatios.of(contestant, costs[0]).estimate())
        .toList();
  }

  private static boolean namesAWinner(List<LogEstimate> family, double alpha) {
    return Verdict.ofFamily(family, 0.03, alpha).stream()
        .anyMatch(verdict -> verdict == Verdict.SLOWER || verdict == Verdict.FASTER);
  }

  private static boolean covers(LogRatios ratios) {
    return ratios.interval(0.95).contains(Math.exp(TRUE_LOG_RATIO));
  }
}
