package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.workload.UnknownWorkloadException;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.testbed.data.Catalogue;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Who plays what, on which data. */
final class ContestOptions extends CastOptions {

  @Option(
      names = "--workloads",
      paramLabel = "NAME",
      split = ",",
      description = {
        "Which workloads; \"all\" for all of them.",
        "See the list command for the names."
      })
  private List<String> workloads = List.of();

  /** Returns whether the user named workloads. */
  boolean namesWorkloads() {
    return !workloads.isEmpty();
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
      List<WorkloadEntry> chosen = WorkloadCatalogue.resolve(workloads);
      requireServed(chosen);
      return chosen;
    } catch (UnknownWorkloadException e) {
      throw new ParameterException(spec().commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** What was named one by one must be served; of all of them, what cannot be is left out. */
  private void requireServed(List<WorkloadEntry> chosen) {
    Catalogue catalogue = dataset().catalogue();
    for (WorkloadEntry entry : chosen) {
      if (workloads.contains(entry.name())) {
        entry
            .needed()
            .complaint(catalogue)
            .ifPresent(
                complaint -> {
                  throw new ParameterException(
                      spec().commandLine(), "Workload " + entry.name() + " " + complaint + ".");
                });
      }
    }
  }
}
