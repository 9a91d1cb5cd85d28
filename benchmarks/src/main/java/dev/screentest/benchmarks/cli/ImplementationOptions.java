package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.contestant.UnknownContestantException;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who plays. */
class ImplementationOptions {

  /** Every variant of every implementation. */
  private static final String ALL = "all";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--implementations",
      paramLabel = "NAME[/VARIANT][@BUILD]",
      split = ",",
      description = {
        "Which implementations (default: the taught variant of all);",
        "\"all\" for every variant of all."
      })
  private List<String> implementations = List.of();

  /** Returns whether the user named implementations. */
  final boolean isNamed() {
    return !implementations.isEmpty();
  }

  /** Returns the contestants; the baseline first, whatever the order of the names. */
  final List<Contestant> contestants(Contestants all) {
    if (implementations.isEmpty()) {
      return all.taught();
    }
    try {
      return implementations.stream()
          .flatMap(
              name -> name.equals(ALL) ? all.everybody().stream() : Stream.of(all.resolve(name)))
          .distinct()
          .sorted((a, b) -> Boolean.compare(b.isBaseline(), a.isBaseline()))
          .toList();
    } catch (UnknownContestantException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** Returns the command, for errors of usage. */
  final CommandSpec spec() {
    return spec;
  }
}
