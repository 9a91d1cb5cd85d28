package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.ForkJvm;
import dev.screentest.benchmarks.stage.ForkStage;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.Actor;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.data.Contents;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
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
 * An actor goes, with a stuntman, two contact details and two roles: six rows in four tables.
 *
 * <p>Data: beside those of the data set, as many more actors as there are operations, alike, are
 * put into the tables beforehand. One operation is one unit of work that finds an actor by its id
 * and deletes it, in one transaction.
 *
 * <p>To run just this one: {@code ./screentest run --workloads delete-actor}, or as JMH's users do
 * {@code java -jar benchmarks/target/benchmarks.jar DeleteActor}.
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
public class DeleteActor implements Workload {

  private static final int VERIFIED = 3;

  private Stage stage;
  private Allocation allocation;
  private Contents initial;
  private Once<Long> ids = new Once<>(List.of());

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
    ids = new Once<>(ExtraActors.insert(stage, operations));
  }

  @Benchmark
  @Override
  public Object perform() {
    long id = ids.next();
    return stage
        .store()
        .write(
            work -> {
              Actor actor = work.findActor(id).orElseThrow();
              work.delete(actor);
              return actor;
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
    Difference.requireNone("database after deleting: ", expectedContents(), stage.contents());
  }

  private Contents expectedContents() {
    return ExtraActors.added(initial, ids.left());
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
    // Whether the parts of an actor are deleted by id or by owner is the framework's way.
    return Bill.ofWrite(5, ExtraActors.ROWS)
        .withStatements(OptionalLong.empty())
        .withRoundTrips(OptionalLong.empty());
  }
}
