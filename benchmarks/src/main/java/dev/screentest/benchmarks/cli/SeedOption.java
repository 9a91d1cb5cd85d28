package dev.screentest.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where whatever is random comes from. What was drawn is kept with the command. */
final class SeedOption {

  private static final String NAME = "--seed";

  @Option(
      names = NAME,
      paramLabel = "N",
      description = "Where orders and arrivals come from (default: another each time).")
  private @Nullable Long seed;

  /** Returns the seed that was named, or else one that is drawn when it is asked for first. */
  long value() {
    if (seed == null) {
      seed = (long) ThreadLocalRandom.current().nextInt(1_000_000);
    }
    return seed;
  }

  /** Returns arguments with the seed in use, where they name none. */
  List<String> in(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    if (all.stream().noneMatch(argument -> argument.startsWith(NAME))) {
      all.add(NAME + "=" + value());
    }
    return all;
  }
}
