package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.ForkJvm;
import dev.screentest.benchmarks.stage.ForkStage;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitKind;
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
 * Movies with their cast, as one graph of objects by one flat join: what an object mapper is bought
 * for.
 *
 * <p>Data: a range of consecutive ids, drawn at random beforehand; a movie has five actors on
 * average, an actor one or two contact details and perhaps a stuntman. One operation is one unit of
 * work with one statement, and returns so many movies as parameter {@code movies} says.
 *
 * <p>To run just this one: {@code ./screentest run --workloads movie-with-cast/100}, or as JMH's
 * users do {@code java -jar benchmarks/target/benchmarks.jar MovieWithCast -p movies=100}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 3,
    jvmArgs = {ForkJvm.INITIAL_HEAP, ForkJvm.MAXIMUM_HEAP, ForkJvm.COLLECTOR})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MovieWithCast implements Workload {

  private static final int DRAWN = 1024;
  private static final int VERIFIED = 5;

  @Param({"1", "10", "100", "1000"})
  private int movies;

  /** How deep the graph is. */
  @Param("CONTACT_DETAILS")
  private FetchDepth depth;

  @Param({"READ"})
  private UnitKind unit;

  private MovieStore store;
  private Catalogue catalogue;
  private Cycle<IdRange> ranges;

  /** For JMH, which fills the parameters in. */
  public MovieWithCast() {
    this(1, FetchDepth.CONTACT_DETAILS, UnitKind.READ);
  }

  MovieWithCast(int movies, FetchDepth depth, UnitKind unit) {
    this.movies = movies;
    this.depth = depth;
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
    long lastStart = Math.max(1, catalogue.movies() - movies + 1);
    ranges =
        Cycle.draw(
            DRAWN,
            3,
            random -> {
              long first = random.nextLong(1, lastStart + 1);
              return new IdRange(first, first + movies - 1);
            });
  }

  @Benchmark
  @Override
  public Object perform() {
    return fetch(ranges.next());
  }

  private List<Movie> fetch(IdRange ids) {
    return store.inUnit(unit, work -> work.moviesWithCast(ids, depth, FetchStrategy.JOINED));
  }

  @Override
  public void verify() {
    for (IdRange ids : ranges.sample(VERIFIED)) {
      Difference.requireNone(
          "movies " + ids.first() + " to " + ids.last() + " with cast: ",
          catalogue.movies(ids, depth),
          MovieFacts.of(fetch(ids), depth));
    }
  }

  @Override
  public Bill bill() {
    return Bill.ofOneStatement(unit);
  }
}
