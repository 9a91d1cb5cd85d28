package dev.screentest.benchmarks.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 5%} as 0.05. */
final class PercentConverter implements ITypeConverter<Double> {

  @Override
  public Double convert(String value) {
    String number = value.endsWith("%") ? value.substring(0, value.length() - 1) : value;
    try {
      double percent = Double.parseDouble(number.strip());
      if (percent >= 0 && percent <= 1_000) {
        return percent / 100;
      }
    } catch (NumberFormatException e) {
      // The message below says what a percentage looks like.
    }
    throw new TypeConversionException("'" + value + "' is no percentage such as 5%");
  }
}
