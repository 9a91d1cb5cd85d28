package dev.screentest.benchmarks.workload;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A delay of round trips as people write it: {@code 0}, {@code 200us}, {@code 1ms}. */
public final class DelayText {

  private record Unit(String name, long nanos) {}

  /** The largest first, so that a delay has one name only. */
  private static final List<Unit> UNITS =
      List.of(new Unit("s", 1_000_000_000), new Unit("ms", 1_000_000), new Unit("us", 1_000));

  private static final char MICRO_SIGN = '\u00b5';
  private static final char GREEK_MU = '\u03bc';
  private static final Pattern PATTERN = Pattern.compile("(\\d{1,9})(us|ms|s)");

  private DelayText() {}

  /** Returns the delay of a text; empty if it is none. Micro may have its Greek letter. */
  public static Optional<Duration> parse(String text) {
    String written = text.strip().toLowerCase(Locale.ROOT);
    if (written.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    Matcher matcher = PATTERN.matcher(written.replace(GREEK_MU, 'u').replace(MICRO_SIGN, 'u'));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return UNITS.stream()
        .filter(unit -> unit.name().equals(matcher.group(2)))
        .findFirst()
        .map(unit -> Duration.ofNanos(Long.parseLong(matcher.group(1)) * unit.nanos()));
  }

  /** Returns the text of a delay of whole microseconds. */
  public static String of(Duration delay) {
    long nanos = delay.toNanos();
    return UNITS.stream()
        .filter(unit -> nanos != 0 && nanos % unit.nanos() == 0)
        .findFirst()
        .map(unit -> nanos / unit.nanos() + unit.name())
        .orElse(nanos == 0 ? "0" : nanos + "ns");
  }
}
