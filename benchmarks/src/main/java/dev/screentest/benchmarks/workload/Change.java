package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.ForkJvm;
import dev.screentest.benchmarks.stage.ForkStage;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Variant;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;

/**
 * A change in a unit of work of its own: inserts, updates, merges, orphans, deletions, and the
 * request of an application, which differ in nothing but the {@link Deed}.
 *
 * <p>Data: arguments and the rows that are to be changed are made beforehand; the tables hold the
 * data set at the start of each batch. Parameter {@code change} says what one operation is, {@code
 * size} of how many rows. A batch has as many operations as {@link Batches} says of the workload;
 * the numbers below are those for short ones.
 *
 * <p>To run just one: {@code ./screentest run --workloads insert-graph}, or as JMH's users do
 * {@code java -jar benchmarks/target/benchmarks.jar Change -p change=INSERT_GRAPH}, for many rows
 * with {@code -wbs 166 -bs 33}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 3,
    jvmArgs = {
      ForkJvm.INITIAL_HEAP,
      ForkJvm.MAXIMUM_HEAP,
      ForkJvm.COLLECTOR,
      ForkJvm.ON_OTHER_SYSTEMS,
      ForkJvm.TOUCHED_HEAP,
      ForkJvm.HUGE_PAGES
    })
@Warmup(iterations = 3, batchSize = 2000)
@Measurement(iterations = 5, batchSize = 400)
public class Change implements Workload {

  /** Rows of all the operations that are verified. */
  private static final int VERIFIED = 20;

  /** Of fewer rows, two operations show that they do not disturb each other. */
  private static final int MANY_ROWS = 10_000;

  @Param private ChangeKind change;

  /** How many rows or movies, where that means something. */
  @Param("1")
  private int size;

  /** How rows are inserted. */
  @Param("BATCHED")
  private InsertStrategy strategy;

  private Doing<?> doing;
  private Allocation allocation;

  /** For JMH, which fills the parameters in. */
  public Change() {
    this(ChangeKind.RETITLE_MOVIE, 1, InsertStrategy.BATCHED);
  }

  Change(ChangeKind change, int size, InsertStrategy strategy) {
    this.change = change;
    this.size = size;
    this.strategy = strategy;
  }

  @Setup(Level.Trial)
  public void setUp(ForkStage fork) throws SQLException {
    enter(fork.open(1));
    rehearse(verifiedOperations());
    verify();
  }

  @Setup(Level.Iteration)
  public void rehearse(IterationParams iteration, Allocation ofThisThread) throws SQLException {
    Rehearsal.of(this, iteration.getBatchSize());
    allocation = ofThisThread;
    allocation.start();
  }

  @TearDown(Level.Iteration)
  public void check() throws SQLException {
    allocation.stop();
    verifyState();
  }

  @Override
  public final void enter(Stage stage) {
    doing = new Doing<>(change.of(size, strategy), stage);
  }

  @Override
  public void rehearse(int operations) throws SQLException {
    doing.rehearse(operations);
  }

  @Benchmark
  @Override
  public Object perform() {
    return doing.perform();
  }

  @Override
  public int verifiedOperations() {
    return Math.max(size < MANY_ROWS ? 2 : 1, VERIFIED / size);
  }

  @Override
  public void verify() throws SQLException {
    doing.verify(verifiedOperations());
  }

  @Override
  public void verifyState() throws SQLException {
    doing.verifyState();
  }

  @Override
  public Bill bill(Variant variant) {
    return bill();
  }

  @Override
  public String promise() {
    return bill().text();
  }

  private Bill bill() {
    return change.of(size, strategy).bill();
  }
}
