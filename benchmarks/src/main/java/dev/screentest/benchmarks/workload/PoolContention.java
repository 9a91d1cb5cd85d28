package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.ForkJvm;
import dev.screentest.benchmarks.stage.ForkStage;
import dev.screentest.benchmarks.stage.SharedTurn;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.MovieFacts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Many threads on few connections: how long a unit of work keeps its connection, and what waits.
 *
 * <p>Data: the movies of the data set; ids are drawn at random beforehand, other ones for each
 * thread. Eight threads share a pool of two connections. One operation is one unit of work that
 * finds one movie by its id; its time is what the caller sees, the wait for a connection included.
 *
 * <p>To run just this one: {@code ./screentest run --workloads pool-contention}, or as JMH's users
 * do {@code java -jar benchmarks/target/benchmarks.jar PoolContention}.
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
@Threads(PoolContention.THREADS)
public class PoolContention implements Workload {

  /** As many threads as JMH starts. */
  static final int THREADS = 8;

  /** The size of the pool for all of them. */
  static final int CONNECTIONS = 2;

  private static final int DRAWN = 4096;

  /** At least as many as are counted: a cache that units share then knows what is asked for. */
  private static final int VERIFIED_PER_THREAD = 64;

  @Param({"READ"})
  private UnitKind unit;

  private MovieStore store;
  private Catalogue catalogue;
  private Cycle<Long> ids;

  /** For JMH, which fills the parameters in. */
  public PoolContention() {
    this(UnitKind.READ);
  }

  PoolContention(UnitKind unit) {
    this.unit = unit;
  }

  /** The ids that one thread asks for. */
  @State(Scope.Thread)
  public static class Lot {

    private Cycle<Long> ids;

    @Setup(Level.Trial)
    public void draw(PoolContention workload, ThreadParams thread) {
      ids = workload.draw(thread.getThreadIndex());
    }
  }

  @Setup(Level.Trial)
  public void setUp(ForkStage fork) throws SQLException {
    enter(fork.open(CONNECTIONS));
    verify();
  }

  @Override
  public final void enter(Stage stage) {
    store = stage.store();
    catalogue = stage.catalogue();
    ids = draw(0);
  }

  private Cycle<Long> draw(int thread) {
    return Cycle.draw(DRAWN, 10 + thread, random -> random.nextLong(1, catalogue.movies() + 1));
  }

  @Benchmark
  public Object perform(Lot lot, SharedTurn turn) {
    return find(lot.ids.next());
  }

  /** Performs on the thread of the caller alone. */
  @Override
  public Object perform() {
    return find(ids.next());
  }

  private Optional<Movie> find(long id) {
    return store.inUnit(unit, work -> work.findMovie(id));
  }

  @Override
  public void verify() {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Boolean>> verifications = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        List<Long> sample = draw(thread).sample(VERIFIED_PER_THREAD);
        verifications.add(() -> verify(sample));
      }
      for (Future<Boolean> verification : threads.invokeAll(verifications)) {
        verification.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while verifying", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean verify(List<Long> sample) {
    for (long id : sample) {
      Difference.requireNone(
          "movie " + id,
          Optional.of(catalogue.movie(id)),
          find(id).map(movie -> MovieFacts.of(movie, FetchDepth.MOVIES)));
    }
    return true;
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
