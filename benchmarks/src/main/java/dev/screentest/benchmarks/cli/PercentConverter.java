package dev.screentest.benchmarks.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 3%} as 0.03. The sign is required, so that nobody gets 0.03 % or 300 %. */
final class PercentConverter implements ITypeConverter<Double> {

  private static final Pattern PATTERN = Pattern.compile("(\\d+(?:\\.\\d+)?)%");

  @Override
  public Double convert(String value) {
    Matcher matcher = PATTERN.matcher(value);
    if (!matcher.matches()) {
      throw new TypeConversionException("'" + value + "' is no percentage; write 3% or 2.5%.");
    }
    double fraction = Double.parseDouble(matcher.group(1)) / 100;
    if (fraction <= 0 || fraction >= 1) {
      throw new TypeConversionException("'" + value + "' is not between 0% and 100%.");
    }
    return fraction;
  }
}
