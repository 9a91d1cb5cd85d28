package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.ForkJvm;
import dev.screentest.benchmarks.stage.ForkStage;
import dev.screentest.benchmarks.stage.FreshJvm;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
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

/**
 * The way from nothing to the first answer: a JVM is started, which loads pool, driver and
 * framework, connects, opens the store and finds a movie by its id.
 *
 * <p>Data: those of the data set, loaded beforehand; ids are drawn at random. One operation is one
 * JVM. It is started by the fork, which has the baton and does nothing but wait: so nothing that
 * the fork has loaded, and no wait for its turn, is part of it. Before it is timed, the store is
 * opened and asked within the fork, on connections that are counted.
 *
 * <p>To run just this one: {@code ./screentest run --workloads cold-start}, or as JMH's users do
 * {@code java -jar benchmarks/target/benchmarks.jar ColdStart}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgs = {ForkJvm.INITIAL_HEAP, ForkJvm.MAXIMUM_HEAP, ForkJvm.COLLECTOR})
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class ColdStart implements Workload {

  private static final int DRAWN = 256;
  private static final int STREAM = 7;
  private static final int VERIFIED = 2;

  private Stage stage;
  private Cycle<Long> ids;
  private boolean isInFreshJvm;
  private long asked;
  private String answer = "";
  private @Nullable FreshJvm started;

  /** What the JVMs needed; JMH shows it under the names of the fields. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Memory {

    /** The most memory that the JVM of a batch had, in bytes. */
    public long peakResidentBytes;
  }

  @Setup(Level.Trial)
  public void setUp(ForkStage fork) throws SQLException, InterruptedException {
    enter(fork.open(1));
    verify();
    isInFreshJvm = true;
    perform();
    verifyState();
    awaitEnd();
  }

  @TearDown(Level.Iteration)
  public void check(ForkStage fork, Memory memory) throws InterruptedException {
    FreshJvm.Usage usage = awaitEnd();
    fork.meter().stop(usage.cpuNanos());
    memory.peakResidentBytes = usage.peakResidentBytes();
    verifyState();
  }

  private FreshJvm.Usage awaitEnd() throws InterruptedException {
    FreshJvm jvm = started;
    started = null;
    if (jvm == null) {
      throw new IllegalStateException("nothing was started: measure in JMH's mode ss");
    }
    return jvm.awaitEnd();
  }

  @Override
  public final void enter(Stage newStage) {
    stage = newStage;
    ids = Cycle.draw(DRAWN, STREAM, random -> random.nextLong(1, stage.catalogue().movies() + 1));
  }

  @Benchmark
  @Override
  public Object perform() {
    asked = ids.next();
    if (isInFreshJvm) {
      FreshJvm jvm = stage.startJvm(asked);
      started = jvm;
      answer = jvm.awaitAnswer();
    } else {
      answer = stage.openAndAsk(asked);
    }
    return answer;
  }

  @Override
  public void verify() {
    for (int i = 0; i < VERIFIED; i++) {
      perform();
      verifyState();
    }
  }

  @Override
  public void verifyState() {
    Difference.requireNone("first answer, movie " + asked, stage.firstAnswer(asked), answer);
  }

  @Override
  public Bill bill(Variant variant) {
    return bill();
  }

  @Override
  public String promise() {
    return bill().text();
  }

  /** What a framework asks of the server at its start is not promised away: it is none of these. */
  private static Bill bill() {
    return Bill.ofRead(UnitKind.READ, 1).withRowsRead(1);
  }
}
