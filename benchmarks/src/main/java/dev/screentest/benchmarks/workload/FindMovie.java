package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.ForkJvm;
import dev.screentest.benchmarks.stage.ForkStage;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.MovieFacts;
import java.sql.SQLException;
import java.util.Optional;
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
 * A movie by its id, without its cast: the smallest thing that a mapper does.
 *
 * <p>Data: the movies of the data set; ids are drawn at random beforehand. One operation is one
 * unit of work with one statement and one row of three columns.
 *
 * <p>To run just this one: {@code ./screentest run --workloads find-movie}, or as JMH's users do
 * {@code java -jar benchmarks/target/benchmarks.jar FindMovie}.
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
public class FindMovie implements Workload {

  private static final int DRAWN = 4096;
  private static final int VERIFIED = 100;

  @Param({"READ"})
  private UnitKind unit;

  private MovieStore store;
  private Catalogue catalogue;
  private Cycle<Long> ids;

  /** For JMH, which fills the parameters in. */
  public FindMovie() {
    this(UnitKind.READ);
  }

  FindMovie(UnitKind unit) {
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
    catalogue = stage.catalogue();
    ids = Cycle.draw(DRAWN, 1, random -> random.nextLong(1, catalogue.movies() + 1));
  }

  @Benchmark
  @Override
  public Object perform() {
    return find(ids.next());
  }

  private Optional<Movie> find(long id) {
    return store.inUnit(unit, work -> work.findMovie(id));
  }

  @Override
  public void verify() {
    verify(1);
    verify(catalogue.movies());
    ids.sample(VERIFIED).forEach(this::verify);
    long missing = catalogue.movies() + 1;
    Difference.requireNone("movie " + missing, Optional.empty(), find(missing));
  }

  private void verify(long id) {
    Difference.requireNone(
        "movie " + id,
        Optional.of(catalogue.movie(id)),
        find(id).map(movie -> MovieFacts.of(movie, FetchDepth.MOVIES)));
  }

  @Override
  public Bill bill(Variant variant) {
    return Bill.ofFindingAgain(unit, 1);
  }

  @Override
  public String promise() {
    return Bill.ofRead(unit, 1).text();
  }
}
