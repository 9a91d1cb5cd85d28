package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.ForkJvm;
import dev.screentest.benchmarks.stage.ForkStage;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitKind;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * The floor below the floor: the number 1 from the database, nothing to map.
 *
 * <p>One operation is one unit of work with one statement and one row of one column.
 *
 * <p>To run just this one: {@code ./screentest run --workloads select-1}, or as JMH's users do
 * {@code java -jar benchmarks/target/benchmarks.jar SelectOne}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
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
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SelectOne implements Workload {

  @Param({"READ"})
  private UnitKind unit;

  private MovieStore store;

  /** For JMH, which fills the parameters in. */
  public SelectOne() {
    this(UnitKind.READ);
  }

  SelectOne(UnitKind unit) {
    this.unit = unit;
  }

  @Setup(Level.Trial)
  public void setUp(ForkStage fork) throws SQLException {
    enter(fork.open(1));
    verify();
    fork.leadIn(this::perform);
  }

  @Override
  public final void enter(Stage stage) {
    store = stage.store();
  }

  @Benchmark
  @Override
  public Object perform() {
    return store.inUnit(unit, work -> work.selectOne());
  }

  @Override
  public void verify() {
    Difference.requireNone("select 1", 1, perform());
  }

  @Override
  public Bill bill(Variant variant) {
    return Bill.ofRead(unit, 1).withRowsRead(1);
  }

  @Override
  public String promise() {
    return Bill.ofRead(unit, 1).text();
  }
}
