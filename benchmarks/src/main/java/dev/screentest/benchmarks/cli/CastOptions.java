package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.contestant.UnknownContestantException;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who plays, on which data. */
class CastOptions {

  /** How reads are done. A unit that writes is no way to read. */
  enum ReadUnit {
    READ,
    QUERY
  }

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

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      defaultValue = "small",
      description = "Which data: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private DataSet dataset = DataSet.SMALL;

  @Option(
      names = "--unit",
      paramLabel = "KIND",
      defaultValue = "read",
      description = {
        "How reads are done: read, in a read-only transaction, as most applications do (default);",
        "query, each statement for itself, which spares the round trip of the commit."
      })
  private ReadUnit unit = ReadUnit.READ;

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

  /** Returns the data set. */
  final DataSet dataset() {
    return dataset;
  }

  /** Returns how reads are done. */
  final UnitKind unit() {
    return unit == ReadUnit.READ ? UnitKind.READ : UnitKind.QUERY;
  }
}
