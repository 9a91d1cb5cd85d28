package dev.screentest.benchmarks.stage;

import dev.screentest.benchmarks.baton.Baton;
import dev.screentest.benchmarks.baton.Performance;
import dev.screentest.benchmarks.baton.Readiness;
import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.data.LoadProgress;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.DurabilityProfile;
import dev.screentest.testbed.delay.Delays;
import dev.screentest.testbed.delay.NetworkDelay;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * The stage of a JMH fork: one contestant in a schema of its own, on the server that the
 * environment names. Under {@code screentest run} that is the server of the whole run; under JMH
 * alone, without {@value DatabaseSpec#VARIABLE}, an embedded one for this fork.
 *
 * <p>Under {@code screentest run} it also waits for its turn before each iteration. JMH sets a
 * state up after those that it needs and tears it down before them, so that whatever a workload
 * does before and after an iteration is done while this fork has the baton; and JMH's clock starts
 * after all of it.
 */
@State(Scope.Benchmark)
public class ForkStage {

  /** The system property that says that the server's processes run beside this JVM. */
  public static final String LOCAL_BACKENDS = "screentest.backends.local";

  /** The system property that says by how many nanoseconds each round trip takes longer. */
  public static final String DELAY = "screentest.delay.nanos";

  /** {@code NAME[/VARIANT][@BUILD]}; for JMH on its own, those that come with this project. */
  @Param({"jdbc", "hibernate", "jdbi", "mybatis"})
  private String implementation;

  @Param("SMALL")
  private DataSet dataset;

  /** What an embedded server does for durability. */
  @Param("MEMORY")
  private DurabilityProfile profile;

  private Optional<Baton> baton = Optional.empty();
  private Database database;

  /** One, unless JMH was told to let several threads write. */
  private final List<Stage> stages = new CopyOnWriteArrayList<>();

  private Backends backends = Backends.UNKNOWN;
  private SliceMeter meter = new SliceMeter(backends, false, this::delays);

  /** Whether the threads that wait together have the baton. */
  private boolean isItsTurn;

  private Optional<Runnable> leadIn = Optional.empty();

  /** Finds or starts the server. */
  @Setup(Level.Trial)
  public void findDatabase(BenchmarkParams benchmark) {
    LogLevels.quiet();
    baton = Baton.ofThisFork();
    database = Database.start(DatabaseSpec.fromEnvironment(), profile);
    meter = new SliceMeter(backends, benchmark.getThreads() == 1, this::delays);
  }

  /**
   * Opens the stage; it closes with this fork.
   *
   * @param connections the size of the pool
   */
  public Stage open(int connections) throws SQLException {
    Contestants contestants = Contestants.ofThisFork();
    Contestant contestant = contestants.resolve(implementation);
    Stage stage =
        Stage.open(
            database,
            contestants,
            contestant,
            dataset.catalogue(),
            PoolPlan.ofThisJvm()
                .options(connections)
                .withMetered(false)
                .withNetworkDelay(Duration.ofNanos(Long.getLong(DELAY, 0))),
            LoadProgress.SILENT,
            contestant.control()::around);
    stages.add(stage);
    rehearseDelays(true);
    return stage;
  }

  /**
   * Lets each iteration begin with some operations that are not timed.
   *
   * @param operation one that changes nothing
   */
  public void leadIn(Runnable operation) {
    leadIn = Optional.of(operation);
  }

  /** Returns the meter, for a workload that does more in an iteration than what is measured. */
  public SliceMeter meter() {
    return meter;
  }

  /**
   * Waits for this fork's turn; several threads do that together, see {@link SharedTurn}. The way
   * to the server is as long as it is to be only while something is measured: otherwise a fork
   * behind a long way would warm up for fewer operations than others, and be compared with them for
   * what its compiler has not done yet.
   */
  @Setup(Level.Iteration)
  public void takeBaton(BenchmarkParams benchmark, IterationParams iteration)
      throws SQLException, InterruptedException {
    if (benchmark.getThreads() == 1) {
      await(iteration, true);
    }
  }

  /**
   * Waits for this fork's turn with others: one thread takes the baton for all, and the rest sleep
   * until it has it.
   */
  synchronized void takeBatonTogether(IterationParams iteration)
      throws SQLException, InterruptedException {
    if (!isItsTurn) {
      await(iteration, false);
      isItsTurn = true;
    }
  }

  private void await(IterationParams iteration, boolean isSingleThreaded)
      throws SQLException, InterruptedException {
    boolean isMeasured = iteration.getType() == IterationType.MEASUREMENT;
    if (baton.isEmpty()) {
      rehearseDelays(!isMeasured);
      return;
    }
    if (backends.pids().isEmpty()) {
      backends = findBackends();
    }
    meter = new SliceMeter(backends, isSingleThreaded, this::delays);
    baton.get().await(new Readiness(isSingleThreaded ? threadNumber() : 0, backends.pids()));
    if (isSingleThreaded) {
      leadIn.ifPresent(LeadIn::perform);
    }
    rehearseDelays(!isMeasured);
    meter.start();
  }

  private void rehearseDelays(boolean isRehearsal) {
    stages.forEach(stage -> stage.pool().delay().ifPresent(delay -> delay.rehearse(isRehearsal)));
  }

  private Delays delays() {
    return stages.stream()
        .flatMap(stage -> stage.pool().delay().stream())
        .map(NetworkDelay::delays)
        .reduce(Delays.NONE, Delays::plus);
  }

  private Backends findBackends() throws SQLException {
    if (!Boolean.getBoolean(LOCAL_BACKENDS) && !database.server().kind().equals("embedded")) {
      return Backends.UNKNOWN;
    }
    List<Long> pids = new CopyOnWriteArrayList<>();
    for (Stage stage : stages) {
      pids.addAll(stage.backends());
    }
    return new Backends(pids);
  }

  /** Returns the number by which Linux knows this thread; Java tells only its own. */
  private static long threadNumber() {
    try {
      return Long.parseLong(Path.of("/proc/thread-self").toRealPath().getFileName().toString());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  /** Gives the baton back, when all threads are through. */
  @TearDown(Level.Iteration)
  public synchronized void passBaton() {
    isItsTurn = false;
    Performance slice = meter.slice();
    rehearseDelays(true);
    baton.ifPresent(taken -> taken.done(slice));
  }

  /**
   * Closes the stages and stops a server of our own, when nobody measures any more.
   *
   * @throws SettingChangedException if a setting is not what it was to be; what was measured with
   *     it is no result then
   */
  @TearDown(Level.Trial)
  public void leave() throws SQLException, InterruptedException {
    if (baton.isPresent()) {
      baton.get().awaitDismissal();
    }
    try {
      settingsComplaint()
          .ifPresent(
              complaint -> {
                throw new SettingChangedException(complaint);
              });
    } finally {
      stages.forEach(Stage::close);
      database.close();
      baton.ifPresent(Baton::close);
    }
  }

  /** Under JMH alone the JVM is as its user wants it. */
  private Optional<String> settingsComplaint() throws SQLException {
    Optional<String> complaint = baton.isPresent() ? ForkJvm.complaint() : Optional.empty();
    for (Stage stage : stages) {
      if (complaint.isEmpty()) {
        complaint = stage.settingsComplaint();
      }
    }
    return complaint;
  }
}
