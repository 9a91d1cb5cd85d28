package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.workload.WorkloadEntry;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the cells of one workload once each, and writes down what comes of it. */
@FunctionalInterface
interface RoundPlayer {

  void play(WorkloadEntry workload, List<Cell> cells, int round)
      throws IOException, InterruptedException, RunnerException;
}
