package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.load.Moment;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a spike did to those who came before, in and after it. Latencies in nanoseconds, from when a
 * unit was due.
 *
 * @param calm the median of the medians of the tenths of a second before it
 * @param worst the longest latency of any unit that was due in it or after it
 * @param millis from its end to the first tenth of a second whose median is at most three times
 *     what it was before, as is that of all later ones; null if there is none
 */
public record Recovery(long calm, long worst, @Nullable Long millis) {

  private static final long SPIKE_BEGINS = Player.BEFORE_SPIKE.toMillis();
  private static final long SPIKE_ENDS = SPIKE_BEGINS + Player.SPIKE_LENGTH.toMillis();

  /** How long such a load counts: before the spike, in it and after it. */
  public static final Duration WINDOW =
      Player.BEFORE_SPIKE.plus(Player.SPIKE_LENGTH).plus(Player.AFTER_SPIKE);

  private static final int TIMES = 3;

  /** Looks at the course of a load. */
  public static Recovery of(List<Moment> course) {
    List<Long> before =
        course.stream()
            .filter(moment -> moment.millis() < SPIKE_BEGINS)
            .map(Moment::p50)
            .sorted()
            .toList();
    long calm = before.isEmpty() ? 0 : before.get(before.size() / 2);
    long worst =
        course.stream()
            .filter(moment -> moment.millis() >= SPIKE_BEGINS)
            .mapToLong(Moment::max)
            .max()
            .orElse(0);
    Long back = null;
    for (Moment moment : course) {
      if (moment.millis() >= SPIKE_ENDS) {
        boolean isCalm = moment.p50() <= TIMES * calm;
        back = !isCalm ? null : back == null ? Long.valueOf(moment.millis() - SPIKE_ENDS) : back;
      }
    }
    return new Recovery(calm, worst, back);
  }
}
