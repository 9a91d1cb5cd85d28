package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.statistics.LogEstimate;
import dev.screentest.benchmarks.statistics.LogRatios;
import dev.screentest.benchmarks.statistics.RatioInterval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A check of what was measured: connections in use, as the pool says when it is asked at random
 * moments, by what they must be if connections are held so often and for so long as our own clocks
 * say. How many units of work there were cancels out, and is not checked.
 *
 * @param ratio of the two, with its interval
 * @param isBroken whether it is shown that the two are farther apart than they may be
 */
public record LittlesLaw(Share ratio, boolean isBroken) {

  /**
   * A pool counts a connection as in use a little earlier and later than who borrows it has it in
   * hand, and whoever asks the pool gets a CPU when others do not.
   */
  static final double MARGIN = 1.1;

  /** So often a study of any size may call a cell broken that is not. */
  private static final double ERROR = 0.05;

  /** Of longer ones too many are cut by the begin and the end of the window. */
  private static final double LONGEST_HOLD = 0.05;

  /**
   * Checks the cells of a study, those that have an answer.
   *
   * <p>They share the error (Bonferroni). With few rounds the scatter of one cell is hardly known,
   * so that each is taken for as noisy as all are together, or more if it is.
   *
   * @param cells the forks of each cell
   */
  static <K> Map<K, LittlesLaw> check(Map<K, List<Measured>> cells) {
    Map<K, double[]> asked = new LinkedHashMap<>();
    cells.forEach(
        (cell, forks) -> {
          double[] logs = logs(forks);
          if (logs.length > 0) {
            asked.put(cell, logs);
          }
        });
    double squares = 0;
    double freedom = 0;
    for (double[] logs : asked.values()) {
      if (logs.length > 1) {
        double deviation = LogRatios.ofLogs(logs).standardDeviation();
        squares += deviation * deviation * (logs.length - 1);
        freedom += logs.length - 1;
      }
    }
    Map<K, LittlesLaw> laws = new LinkedHashMap<>();
    for (Map.Entry<K, double[]> cell : asked.entrySet()) {
      Share ratio = Share.of(cell.getValue());
      if (ratio != null) {
        boolean isBroken =
            cell.getValue().length > 1
                && isBroken(
                    LogRatios.ofLogs(cell.getValue()),
                    Math.sqrt(squares / freedom),
                    freedom,
                    ERROR / asked.size());
        laws.put(cell.getKey(), new LittlesLaw(ratio, isBroken));
      }
    }
    return laws;
  }

  private static boolean isBroken(LogRatios ratios, double ofAll, double freedom, double error) {
    double deviation = Math.max(ofAll, ratios.standardDeviation());
    RatioInterval interval =
        new LogEstimate(ratios.mean(), deviation / Math.sqrt(ratios.rounds()), freedom)
            .interval(1 - error);
    return interval.low() > MARGIN || interval.high() < 1 / MARGIN;
  }

  /** Returns the logarithms of the ratio by fork; none if it cannot be asked. */
  private static double[] logs(List<Measured> forks) {
    double[] logs =
        forks.stream()
            .mapToDouble(
                fork -> Math.log(fork.load().inUse()) - Math.log(fork.load().inUseByLittle()))
            .toArray();
    boolean isLong =
        forks.stream()
            .anyMatch(
                fork -> fork.load().hold().mean() / 1e9 > LONGEST_HOLD * fork.load().seconds());
    return isLong || !Arrays.stream(logs).allMatch(Double::isFinite) ? new double[0] : logs;
  }
}
