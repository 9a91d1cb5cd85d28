package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.workload.WorkloadEntry;

/** One workload for one contestant. */
record Cell(WorkloadEntry workload, Contestant contestant) {

  CellId id() {
    return new CellId(workload.name(), contestant.label());
  }

  @Override
  public String toString() {
    return id().toString();
  }
}
