package dev.screentest.benchmarks.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check of what was measured: connections in use, as the pool says when it is asked at random
 * moments, by what they must be if units come so often and hold for so long as our own clocks say.
 *
 * @param ratio of the two, with its interval
 * @param isBroken whether the whole interval is farther from 1 than the two sides may be apart
 */
public record LittlesLaw(Share ratio, boolean isBroken) {

  /**
   * A pool counts a connection as in use a little earlier and later than who borrows it has it in
   * hand, and whoever asks the pool gets a CPU when others do not.
   */
  static final double MARGIN = 1.1;

  /** Of longer ones too many are cut by the begin and the end of the window. */
  private static final double LONGEST_HOLD = 0.05;

  /** Returns the check over forks; null where it has nothing to say. */
  static @Nullable LittlesLaw of(List<Measured> forks) {
    boolean isLong =
        forks.stream()
            .anyMatch(
                fork -> fork.load().hold().mean() / 1e9 > LONGEST_HOLD * fork.load().seconds());
    if (isLong) {
      return null;
    }
    Share ratio =
        Share.of(
            forks.stream()
                .mapToDouble(
                    fork -> Math.log(fork.load().inUse()) - Math.log(fork.load().inUseByLittle()))
                .toArray());
    return ratio == null ? null : new LittlesLaw(ratio, isBroken(ratio));
  }

  private static boolean isBroken(Share ratio) {
    Double low = ratio.low();
    Double high = ratio.high();
    return low != null && high != null && (low > MARGIN || high < 1 / MARGIN);
  }
}
