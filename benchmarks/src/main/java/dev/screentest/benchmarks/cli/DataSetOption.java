package dev.screentest.benchmarks.cli;

import dev.screentest.testbed.data.DataSet;
import picocli.CommandLine.Option;

/** On which data. */
final class DataSetOption {

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      defaultValue = "small",
      description = "Which data: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private DataSet dataset = DataSet.SMALL;

  /** Returns the data set. */
  DataSet value() {
    return dataset;
  }
}
