package dev.screentest.benchmarks.workload;

import com.sun.management.ThreadMXBean;
import dev.screentest.benchmarks.stage.ForkStage;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the measured operations of a batch allocate, on the one thread that performs them. JMH's gc
 * profiler reads its counters before the rehearsal and after the check of a batch, and would charge
 * both to the contestant.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Allocation {

  /** Bytes of the whole batch; JMH shows them under this field's name. */
  public long allocatedBytes;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long before;

  private ForkStage stage;

  /** Lets the fork's own meter see the same. */
  @Setup(Level.Trial)
  public void join(ForkStage fork) {
    stage = fork;
  }

  void start() {
    stage.meter().start();
    before = threads.getCurrentThreadAllocatedBytes();
  }

  void stop() {
    allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;
    stage.meter().stop();
  }
}
