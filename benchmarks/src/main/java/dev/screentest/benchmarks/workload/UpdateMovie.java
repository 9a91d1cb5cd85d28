package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.ForkJvm;
import dev.screentest.benchmarks.stage.ForkStage;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.data.Contents;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
 * Another title for a movie: read it by its id, change it, save it, in one transaction.
 *
 * <p>Data: the movies of the data set; ids are drawn at random beforehand, and each title is a new
 * one, so that no implementation can find nothing to do. One operation is one unit of work with a
 * select and an update.
 *
 * <p>To run just this one: {@code ./screentest run --workloads update-movie}, or as JMH's users do
 * {@code java -jar benchmarks/target/benchmarks.jar UpdateMovie}.
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
@Measurement(iterations = 5, batchSize = 300)
public class UpdateMovie implements Workload {

  private static final int VERIFIED = 20;

  private Stage stage;
  private Allocation allocation;
  private Contents initial;
  private Once<NewTitle> titles = new Once<>(List.of());

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
    titles = new Once<>(NewTitle.draw(operations, stage.catalogue().movies()));
  }

  @Benchmark
  @Override
  public Object perform() {
    NewTitle change = titles.next();
    return stage
        .store()
        .write(
            work -> {
              Movie movie = work.findMovie(change.movieId()).orElseThrow();
              movie.setTitle(change.title());
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
    Difference.requireNone("database after updating: ", expectedContents(), stage.contents());
  }

  private Contents expectedContents() {
    return NewTitle.applied(initial, titles.used());
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
    return Bill.ofWrite(2, 1).withRowsRead(1);
  }
}
