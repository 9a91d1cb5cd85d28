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
import java.util.List;
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
 * The movies of an actor, found by the actor's name: a join over three tables and a filter.
 *
 * <p>Data: names of the data set's actors, drawn at random beforehand; several actors share a name,
 * and a popular one plays in many movies. One operation is one unit of work with one statement; its
 * rows are movies without their cast.
 *
 * <p>To run just this one: {@code ./screentest run --workloads movies-starring}, or as JMH's users
 * do {@code java -jar benchmarks/target/benchmarks.jar MoviesStarring}.
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
public class MoviesStarring implements Workload {

  private static final int DRAWN = 1024;

  /** The generator's time for one name grows with the number of movies. */
  private static final long VERIFIED_MOVIES = 256_000;

  private static final long LEAST_VERIFIED = 5;

  @Param({"READ"})
  private UnitKind unit;

  private MovieStore store;
  private Catalogue catalogue;
  private Cycle<String> names;

  /** For JMH, which fills the parameters in. */
  public MoviesStarring() {
    this(UnitKind.READ);
  }

  MoviesStarring(UnitKind unit) {
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
    names =
        Cycle.draw(
            DRAWN, 2, random -> catalogue.actor(random.nextLong(1, catalogue.actors() + 1)).name());
  }

  @Benchmark
  @Override
  public Object perform() {
    return starring(names.next());
  }

  private List<Movie> starring(String name) {
    return store.inUnit(unit, work -> work.moviesStarring(name));
  }

  @Override
  public void verify() {
    verify("nobody of this name");
    int sample = (int) Math.max(LEAST_VERIFIED, VERIFIED_MOVIES / catalogue.movies());
    names.sample(sample).forEach(this::verify);
  }

  private void verify(String name) {
    Difference.requireNone(
        "movies starring " + name + ": ",
        catalogue.moviesStarring(name),
        MovieFacts.of(starring(name), FetchDepth.MOVIES));
  }

  @Override
  public Bill bill(Variant variant) {
    return Bill.ofRead(unit, 1);
  }

  @Override
  public String promise() {
    return Bill.ofRead(unit, 1).text();
  }
}
