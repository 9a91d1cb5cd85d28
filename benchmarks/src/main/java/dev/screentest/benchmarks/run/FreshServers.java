package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.result.ServerRestart;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Starts the server anew before each block of rounds but the first. What one instance has by
 * chance, such as where its memory lies, is then no part of every round.
 */
public final class FreshServers implements RoundPlayer {

  private final RoundPlayer rounds;
  private final Ledger ledger;
  private final int block;
  private final Restart restart;
  private int last;

  /** What starts the server anew, at the same address and with the same data. */
  @FunctionalInterface
  public interface Restart {
    void run() throws IOException;
  }

  /**
   * Prepares.
   *
   * @param block how many rounds share a server
   */
  FreshServers(RoundPlayer rounds, Ledger ledger, int block, Restart restart) {
    this.rounds = rounds;
    this.ledger = ledger;
    this.block = block;
    this.restart = restart;
  }

  @Override
  public void play(WorkloadEntry workload, List<Cell> cells, int round)
      throws IOException, InterruptedException, RunnerException {
    if (round != last && round > 1 && (round - 1) % block == 0) {
      restart.run();
      ledger.add(new ServerRestart(round));
    }
    last = round;
    rounds.play(workload, cells, round);
  }
}
