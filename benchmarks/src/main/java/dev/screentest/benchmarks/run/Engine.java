package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.baton.BatonHost;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.journal.JournalWriter;
import dev.screentest.benchmarks.result.JournalEntry;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunHeader;
import dev.screentest.testbed.database.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** All that a run needs while it measures: the journal, the baton, threads for JMH. */
public final class Engine implements AutoCloseable {

  private final JournalWriter journal;
  private final BatonHost host;
  private final ExecutorService threads;
  private final Comparison comparison;
  private final Ledger ledger;

  private Engine(
      RunPlan plan,
      Path folder,
      JournalWriter journal,
      RunData before,
      Settings settings,
      BatonHost host) {
    this.journal = journal;
    this.host = host;
    this.threads = Executors.newCachedThreadPool(Engine::thread);
    this.ledger = new Ledger(journal, before);
    Ensemble ensemble =
        new Ensemble(
            new ForkRunner(
                plan, settings.contestants(), settings.log(), settings.areBackendsLocal()),
            host,
            threads,
            ledger,
            placement(before.header(), settings),
            settings.patience(),
            settings.progress(),
            settings.requireDatabase(),
            new JmhResults(folder),
            settings.checkpoints());
    this.comparison =
        new Comparison(
            plan,
            ledger,
            onFreshServers(plan, settings, new Rounds(plan, ledger, ensemble)),
            settings.progress());
  }

  /**
   * What a run works with.
   *
   * @param contestants know what each is loaded from
   * @param log gets what JMH prints
   * @param areBackendsLocal whether the server's processes are ours, and beside us
   * @param patience after how long a fork is taken for one that hangs
   * @param requireDatabase throws {@link DatabaseUnavailableException} if the database is gone
   * @param checkpoints how many the server had so far; empty where it does not say
   * @param restart starts the server anew; empty where it is not ours to restart
   */
  public record Settings(
      Contestants contestants,
      ForkLog log,
      Progress progress,
      boolean areBackendsLocal,
      Patience patience,
      Runnable requireDatabase,
      Supplier<OptionalLong> checkpoints,
      Optional<FreshServers.Restart> restart) {}

  private RoundPlayer onFreshServers(RunPlan plan, Settings settings, Rounds rounds) {
    return plan.roundsPerServer() > 0 && settings.restart().isPresent()
        ? new FreshServers(rounds, ledger, plan.roundsPerServer(), settings.restart().get())
        : rounds;
  }

  /** Begins a new run in a folder. */
  public static Engine begin(RunPlan plan, Path folder, RunHeader header, Settings settings)
      throws IOException {
    return new Engine(
        plan,
        folder,
        JournalWriter.begin(folder, header),
        new RunData(header, List.of()),
        settings,
        BatonHost.open(new ForkProcesses()));
  }

  /**
   * Goes on with a run that was broken off.
   *
   * @param before what its journal holds
   */
  public static Engine resume(RunPlan plan, Path folder, RunData before, Settings settings)
      throws IOException {
    return new Engine(
        plan,
        folder,
        JournalWriter.goOn(folder),
        before,
        settings,
        BatonHost.open(new ForkProcesses()));
  }

  /** The header promises what is pinned, so that it is the same after a resume. */
  private static Optional<Placement> placement(RunHeader header, Settings settings) {
    return header.plan().workloads().stream().anyMatch(workload -> workload.isPinned())
        ? Placement.here(settings.areBackendsLocal())
        : Optional.empty();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "screentest-jmh");
    thread.setDaemon(true);
    return thread;
  }

  /** Returns the comparison, which begins where the journal ends. */
  public Comparison comparison() {
    return comparison;
  }

  /** Writes down what happened elsewhere. */
  void note(JournalEntry entry) throws IOException {
    ledger.add(entry);
  }

  @Override
  public void close() throws IOException {
    host.close();
    threads.shutdownNow();
    journal.close();
  }
}
