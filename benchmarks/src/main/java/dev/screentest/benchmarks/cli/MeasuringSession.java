package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunHeader;
import dev.screentest.benchmarks.run.ChildJvm;
import dev.screentest.benchmarks.run.Comparison;
import dev.screentest.benchmarks.run.Engine;
import dev.screentest.benchmarks.run.ForkLog;
import dev.screentest.benchmarks.run.FreshServers;
import dev.screentest.benchmarks.run.MachineBusyException;
import dev.screentest.benchmarks.run.MachineLock;
import dev.screentest.benchmarks.run.Patience;
import dev.screentest.benchmarks.run.Progress;
import dev.screentest.benchmarks.run.RunPlan;
import dev.screentest.benchmarks.run.Surroundings;
import dev.screentest.benchmarks.verify.Verifier;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.meter.CheckpointMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What every command that measures goes through: a server that this JVM holds, and a child of it
 * that has the machine for itself, verifies, and measures.
 */
final class MeasuringSession {

  private final CommandSpec spec;
  private final CommonOptions common;
  private final DatabaseOptions databases;
  private final Progress progress;

  MeasuringSession(CommandSpec spec, CommonOptions common, DatabaseOptions databases) {
    this.spec = spec;
    this.common = common;
    this.databases = databases;
    this.progress = TerminalOptions.progress(spec);
  }

  /** What a command makes of what is measured. */
  interface Client {

    /** Returns where the run is kept; it may refuse to go on with what it is told. */
    Path folder(RunHeader header) throws IOException;

    /** Is called when every cell had a fork in a round. */
    void look(int round, RunData results) throws IOException;
  }

  /** Returns whether this JVM is the child, which measures. */
  static boolean isChild() {
    return ChildJvm.serverKind().isPresent();
  }

  /**
   * Lets a child do the same command, with a server that ends after it.
   *
   * @return the exit code of the child
   */
  int delegate() throws IOException, InterruptedException {
    databases.adviceOnProfile().ifPresent(spec.commandLine().getErr()::println);
    try (Database database = databases.start()) {
      return ChildJvm.run(database, Screentest.class.getName(), arguments());
    }
  }

  /** Returns the command with its arguments, but for the database's. */
  List<String> arguments() {
    return DatabaseOptions.without(spec.root().commandLine().getParseResult().originalArgs());
  }

  /** Tells people how far it is. */
  Progress progress() {
    return progress;
  }

  /**
   * Measures, in the child.
   *
   * @param wanted what is to be done, as far as it is possible here
   * @param command what the run is to remember of how it was called
   * @param before what is known of the run already; null for a new one
   */
  RunData measure(
      RunPlan wanted,
      Contestants contestants,
      boolean isPinning,
      List<String> command,
      @Nullable RunData before,
      Client client)
      throws IOException,
          InterruptedException,
          MachineBusyException,
          SQLException,
          RunnerException {
    try (Ground ground = enter();
        CheckpointMeter checkpoints = ground.database().openCheckpointMeter()) {
      Database database = ground.database();
      RunPlan plan = Surroundings.possible(wanted, database.server());
      if (plan.workloads().size() < wanted.workloads().size()) {
        progress.say("No thread can be pinned here, so that a spot check would check nothing.");
      }
      RunHeader header =
          Surroundings.of(
              plan, ground.started(), command, database.server(), contestants, isPinning);
      progress.say(plan.announcement());
      Path folder = client.folder(header);
      Engine.Settings settings =
          new Engine.Settings(
              contestants,
              common.isVerbose() ? new ForkLog(System.err) : ForkLog.silent(),
              progress,
              Surroundings.areBackendsLocal(database.server()),
              Patience.DEFAULT,
              this::requireDatabase,
              checkpoints::count,
              restart(plan));
      try (Engine engine =
          before == null
              ? Engine.begin(plan, folder, header, settings)
              : Engine.resume(plan, folder, before, settings)) {
        Comparison comparison = engine.comparison();
        comparison.verify(
            new Verifier(
                database,
                contestants,
                plan.dataset().catalogue(),
                plan.unit(),
                plan.pool(),
                progress.loading(plan.dataset().toString())));
        comparison.measure(client::look);
        return comparison.results();
      }
    }
  }

  /**
   * The machine, which nobody else measures on meanwhile, and the server.
   *
   * @param started when it was entered
   */
  record Ground(MachineLock lock, Database database, Instant started) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      try (lock) {
        database.close();
      }
    }
  }

  /**
   * Takes the machine, in the child; the caller gives it back.
   *
   * @throws MachineBusyException if somebody measures on it
   */
  Ground enter() throws IOException, MachineBusyException {
    ChildJvm.endWithParent();
    Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    MachineLock lock = MachineLock.acquire();
    try {
      return new Ground(
          lock, Database.start(DatabaseSpec.fromEnvironment(), databases.profile()), started);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private Optional<FreshServers.Restart> restart(RunPlan plan) {
    Optional<FreshServers.Restart> restart = ChildJvm.serverRestart();
    if (plan.roundsPerServer() > 0 && restart.isEmpty()) {
      progress.say(
          "The server is not ours to start anew between rounds: the intervals hold for this"
              + " instance of it.");
    }
    return restart;
  }

  /** Tells a database that is gone from a fork that failed. */
  private void requireDatabase() {
    Database.start(DatabaseSpec.fromEnvironment(), databases.profile()).close();
  }
}
