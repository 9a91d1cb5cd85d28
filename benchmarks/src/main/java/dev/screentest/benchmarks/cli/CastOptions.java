package dev.screentest.benchmarks.cli;

import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who plays, on which data. */
class CastOptions extends ImplementationOptions {

  /** How reads are done. A unit that writes is no way to read. */
  enum ReadUnit {
    READ,
    QUERY
  }

  @Mixin private DataSetOption dataset;

  @Option(
      names = "--unit",
      paramLabel = "KIND",
      defaultValue = "read",
      description = {
        "How reads are done: read, in a read-only transaction, as most applications do (default);",
        "query, each statement for itself, which spares the round trip of the commit."
      })
  private ReadUnit unit = ReadUnit.READ;

  /** Returns the data set. */
  final DataSet dataset() {
    return dataset.value();
  }

  /** Returns how reads are done. */
  final UnitKind unit() {
    return unit == ReadUnit.READ ? UnitKind.READ : UnitKind.QUERY;
  }
}
