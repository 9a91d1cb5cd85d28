package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.ForkJvm;
import dev.screentest.benchmarks.stage.ForkStage;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.data.Contents;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;

/**
 * A movie with three actors, each with a stuntman and two contact details, stored in one
 * transaction: sixteen rows in five tables.
 *
 * <p>Data: the objects are made beforehand; the tables hold the data set at the start of each
 * batch. One operation is one unit of work that saves one movie, which takes its cast along.
 *
 * <p>To run just this one: {@code ./screentest run --workloads insert-graph}, or as JMH's users do
 * {@code java -jar benchmarks/target/benchmarks.jar InsertGraph}.
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
@Warmup(iterations = 4, batchSize = 1500)
@Measurement(iterations = 5, batchSize = 200)
public class InsertGraph implements Workload {

  private static final int VERIFIED = 3;
  private static final int ROWS = 16;
  private static final int NEW_IDS = 13;

  /**
   * Five tables; the driver sends a batch of three rows as a statement of two rows and one of one
   * row, and one of six as four and two.
   */
  private static final int STATEMENTS = 9;

  private Stage stage;
  private Allocation allocation;
  private Contents initial;
  private Once<Movie> movies = new Once<>(List.of());

  @Setup(Level.Trial)
  public void setUp(ForkStage fork) throws SQLException {
    enter(fork.open(1));
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
  public final void enter(Stage newStage) {
    stage = newStage;
    initial = Contents.of(stage.catalogue());
  }

  @Override
  public void rehearse(int operations) throws SQLException {
    stage.reset();
    movies = new Once<>(IntStream.range(0, operations).mapToObj(NewMovies::withCast).toList());
  }

  @Benchmark
  @Override
  public Object perform() {
    Movie movie = movies.next();
    return stage
        .store()
        .write(
            work -> {
              work.save(movie);
              return movie;
            });
  }

  @Override
  public void verify() throws SQLException {
    rehearse(VERIFIED);
    for (int i = 0; i < VERIFIED; i++) {
      perform();
    }
    verifyState();
  }

  @Override
  public void verifyState() throws SQLException {
    Difference.requireNone("database after inserting: ", expectedContents(), stage.contents());
  }

  private Contents expectedContents() {
    return NewMovies.added(initial, movies.used());
  }

  @Override
  public Bill bill(Variant variant) {
    return bill();
  }

  @Override
  public String promise() {
    return bill().text();
  }

  private static Bill bill() {
    return Bill.ofWrite(5, ROWS)
        .withStatements(OptionalLong.of(STATEMENTS))
        .withRowsRead(0)
        .withNewIds(NEW_IDS)
        .inBatches();
  }
}
