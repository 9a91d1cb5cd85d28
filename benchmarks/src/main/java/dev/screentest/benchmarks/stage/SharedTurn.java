package dev.screentest.benchmarks.stage;

import java.sql.SQLException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;

/**
 * The wait for a turn of a workload with several threads, which must have this among the parameters
 * of its measured method. JMH sets a shared state up in one thread and lets the others spin until
 * it is ready: while another fork measures they would take its CPU. A state of each thread's own
 * lets them sleep.
 */
@State(Scope.Thread)
public class SharedTurn {

  @Setup(Level.Iteration)
  public void await(ForkStage fork, BenchmarkParams benchmark, IterationParams iteration)
      throws SQLException, InterruptedException {
    if (benchmark.getThreads() > 1) {
      fork.takeBatonTogether(iteration);
    }
  }
}
