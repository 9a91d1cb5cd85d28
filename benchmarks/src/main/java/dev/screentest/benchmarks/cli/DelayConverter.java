package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.workload.DelayText;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads by how much a round trip takes longer: {@code 0}, {@code 200us}, {@code 1ms}. */
final class DelayConverter implements ITypeConverter<Duration> {

  /** What a pool takes for a way to a server at all. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  @Override
  public Duration convert(String value) {
    Duration delay =
        DelayText.parse(value)
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "'" + value + "' is no delay; write 0, 200us or 1ms."));
    if (delay.compareTo(LONGEST) > 0) {
      throw new TypeConversionException(
          "'" + value + "' is longer than any way to a server; 1s at the most.");
    }
    return delay;
  }
}
