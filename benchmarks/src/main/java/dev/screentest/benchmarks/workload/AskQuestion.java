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
 * A question of the contract in a unit of work of its own: filters, pages, projections and the
 * rest, which differ in nothing but the call.
 *
 * <p>Data: arguments of the question, drawn at random beforehand. One operation is one unit of work
 * that asks one question; parameter {@code question} says which, and {@code size} how many movies,
 * how often or which page, where that means something.
 *
 * <p>To run just one: {@code ./screentest run --workloads page-by-key/100}, or as JMH's users do
 * {@code java -jar benchmarks/target/benchmarks.jar AskQuestion -p question=PAGE_BY_KEY -p
 * size=100}.
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
public class AskQuestion implements Workload {

  @Param private ReadQuestion question;

  @Param({"100"})
  private int size;

  @Param({"READ"})
  private UnitKind unit;

  private MovieStore store;
  private Asking<?, ?> asking;

  /** For JMH, which fills the parameters in. */
  public AskQuestion() {
    this(ReadQuestion.NOTHING, 1, UnitKind.READ);
  }

  AskQuestion(ReadQuestion question, int size, UnitKind unit) {
    this.question = question;
    this.size = size;
    this.unit = unit;
  }

  @Setup(Level.Trial)
  public void setUp(ForkStage fork) throws SQLException {
    enter(fork.open(1));
    fork.leadIn(this::perform);
    verify();
  }

  @Override
  public final void enter(Stage stage) {
    store = stage.store();
    asking = Asking.of(question, size, new Answers(stage.catalogue()));
  }

  @Benchmark
  @Override
  public Object perform() {
    return asking.next(store, unit);
  }

  @Override
  public void verify() {
    asking.verify(store, unit);
  }

  @Override
  public Bill bill(Variant variant) {
    return asking.bill(unit, variant);
  }

  @Override
  public String promise() {
    return question.promise(size, unit);
  }
}
