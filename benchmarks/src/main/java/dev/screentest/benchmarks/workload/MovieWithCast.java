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
import dev.screentest.domain.Variant;
import dev.screentest.testbed.data.ActorFacts;
import dev.screentest.testbed.data.MovieFacts;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * Movies with their cast, as one graph of objects: what an object mapper is bought for.
 *
 * <p>Data: a range of consecutive ids, drawn at random beforehand; a movie has five actors on
 * average, an actor one or two contact details and perhaps a stuntman. One operation is one unit of
 * work that returns so many movies as parameter {@code movies} says, as deep as {@code depth} says,
 * fetched by {@code strategy}. With {@code tracked} it is a unit that may write: what it reads it
 * must watch for changes.
 *
 * <p>To run just this one: {@code ./screentest run --workloads movie-with-cast/100}, or as JMH's
 * users do {@code java -jar benchmarks/target/benchmarks.jar MovieWithCast -p movies=100}.
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
public class MovieWithCast implements Workload {

  private static final int DRAWN = 1024;

  /** How many movies are fetched to be verified, whatever the size; the edges come on top. */
  private static final int VERIFIED_MOVIES = 500;

  @Param({"1", "10", "100", "1000"})
  private int movies;

  /** How deep the graph is. */
  @Param("CONTACT_DETAILS")
  private FetchDepth depth;

  @Param("JOINED")
  private FetchStrategy strategy;

  @Param("false")
  private boolean tracked;

  @Param({"READ"})
  private UnitKind unit;

  private MovieStore store;
  private Answers answers;
  private Cycle<IdRange> ranges;

  /** For JMH, which fills the parameters in. */
  public MovieWithCast() {
    this(1, FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED, false, UnitKind.READ);
  }

  MovieWithCast(
      int movies, FetchDepth depth, FetchStrategy strategy, boolean tracked, UnitKind unit) {
    this.movies = movies;
    this.depth = depth;
    this.strategy = strategy;
    this.tracked = tracked;
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
    new MoviesNeeded(movies).require(stage.catalogue());
    store = stage.store();
    answers = new Answers(stage.catalogue());
    ranges = Cycle.draw(DRAWN, 3, random -> Ranges.draw(movies, answers.movies(), random));
  }

  @Benchmark
  @Override
  public Object perform() {
    return fetch(ranges.next());
  }

  private List<Movie> fetch(IdRange ids) {
    return store.inUnit(kind(), work -> work.moviesWithCast(ids, depth, strategy));
  }

  private UnitKind kind() {
    return tracked ? UnitKind.WRITE : unit;
  }

  @Override
  public void verify() {
    Stream.concat(
            Ranges.edges(movies, answers.movies()).stream(),
            ranges.sample(Math.max(1, VERIFIED_MOVIES / movies)).stream())
        .distinct()
        .forEach(
            ids ->
                Difference.requireNone(
                    "movies " + ids.first() + " to " + ids.last() + " with cast: ",
                    answers.catalogue().movies(ids, depth),
                    MovieFacts.of(fetch(ids), depth)));
  }

  @Override
  public Bill bill(Variant variant) {
    IdRange ids = ranges.peek();
    Bill bill =
        Bill.ofRead(kind(), strategy.statements(depth, movies, answers.distinctActors(ids)));
    if (depth == FetchDepth.MOVIES) {
      return bill.withRowsRead(movies);
    }
    return strategy == FetchStrategy.JOINED ? bill.withRowsRead(joinedRows(ids)) : bill;
  }

  /** A join has a row for whom nothing is joined to, too. */
  private long joinedRows(IdRange ids) {
    return answers.catalogue().movies(ids, depth).stream()
        .map(MovieFacts::cast)
        .map(Objects::requireNonNull)
        .mapToLong(cast -> Math.max(1, cast.stream().mapToLong(MovieWithCast::joinedRows).sum()))
        .sum();
  }

  private static long joinedRows(ActorFacts actor) {
    return actor.contactDetails() == null ? 1 : Math.max(1, actor.contactDetails().size());
  }

  @Override
  public String promise() {
    boolean dependsOnData =
        strategy == FetchStrategy.N_PLUS_ONE && depth == FetchDepth.CONTACT_DETAILS;
    return dependsOnData
        ? "1 + %d st, and one for each actor; as many rt; 1 tx".formatted(movies)
        : Bill.ofRead(kind(), strategy.statements(depth, movies, movies)).text();
  }
}
