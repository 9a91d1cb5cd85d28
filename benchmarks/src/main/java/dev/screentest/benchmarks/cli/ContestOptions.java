package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.contestant.UnknownContestantException;
import dev.screentest.benchmarks.workload.UnknownWorkloadException;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who plays what, on which data. */
final class ContestOptions {

  /** How reads are done. A unit that writes is no way to read. */
  enum ReadUnit {
    READ,
    QUERY
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--implementations",
      paramLabel = "NAME[/VARIANT]",
      split = ",",
      description = "Which implementations (default: the taught variant of all).")
  private List<String> implementations = List.of();

  @Option(
      names = "--workloads",
      paramLabel = "NAME",
      split = ",",
      description = {
        "Which workloads; \"all\" for all of them.",
        "See the list command for the names."
      })
  private List<String> workloads = List.of();

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

  /** Returns the contestants; the baseline first, whatever the order of the names. */
  List<Contestant> contestants(Contestants all) {
    if (implementations.isEmpty()) {
      return all.taught();
    }
    try {
      return implementations.stream()
          .map(all::resolve)
          .distinct()
          .sorted((a, b) -> Boolean.compare(b.isBaseline(), a.isBaseline()))
          .toList();
    } catch (UnknownContestantException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Returns the workloads.
   *
   * @param unlessNamed those that are meant when the user named none
   */
  List<WorkloadEntry> workloads(List<WorkloadEntry> unlessNamed) {
    if (workloads.isEmpty()) {
      return unlessNamed;
    }
    try {
      return WorkloadCatalogue.resolve(workloads);
    } catch (UnknownWorkloadException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  DataSet dataset() {
    return dataset;
  }

  UnitKind unit() {
    return unit == ReadUnit.READ ? UnitKind.READ : UnitKind.QUERY;
  }
}
