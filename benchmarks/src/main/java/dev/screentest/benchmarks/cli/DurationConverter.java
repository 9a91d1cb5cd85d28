package dev.screentest.benchmarks.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time as people write it: {@code 90s}, {@code 10m}, {@code 1h30m}. */
final class DurationConverter implements ITypeConverter<Duration> {

  private static final Pattern PATTERN = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");

  @Override
  public Duration convert(String value) {
    Matcher matcher = PATTERN.matcher(value.toLowerCase(Locale.ROOT));
    if (value.isEmpty() || !matcher.matches()) {
      throw new TypeConversionException("'" + value + "' is no time; write 90s, 10m or 1h30m.");
    }
    Duration duration =
        Duration.ofHours(number(matcher, 1))
            .plusMinutes(number(matcher, 2))
            .plusSeconds(number(matcher, 3));
    if (duration.isZero()) {
      throw new TypeConversionException("'" + value + "' is no time at all.");
    }
    return duration;
  }

  private static long number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
  }
}
