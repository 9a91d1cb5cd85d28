package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.workload.WorkloadEntry;

/** One workload for one contestant. */
record Cell(WorkloadEntry workload, Contestant contestant) {

  @Override
  public String toString() {
    return workload.name() + ", " + contestant;
  }
}
