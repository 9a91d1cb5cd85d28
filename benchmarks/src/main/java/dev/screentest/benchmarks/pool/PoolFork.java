package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.run.ChildJvm;
import dev.screentest.benchmarks.stage.LogLevels;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.DurabilityProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;

/**
 * The main class of a JVM that plays all cells of one entrant in one round. It reads an order from
 * its standard input and writes entries of the journal to its standard output, one a line, as they
 * come.
 */
final class PoolFork {

  private PoolFork() {}

  /** Takes no arguments; the environment has the server. */
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    PrintStream out = System.out;
    // Whatever a library prints must not get between the entries.
    System.setOut(System.err);
    ChildJvm.endWithParent();
    LogLevels.quiet();
    Order order =
        PoolJournal.order(
            Objects.requireNonNull(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    .readLine(),
                "nobody said what to do"));
    Contestants contestants = Contestants.ofThisFork();
    Contestant contestant = contestants.resolve(order.entrant().contestant());
    try (Database database =
            Database.start(DatabaseSpec.fromEnvironment(), DurabilityProfile.MEMORY);
        Arena arena = Arena.open(database, contestants, contestant, order.dataset().catalogue())) {
      play(order, new Player(arena, order), out);
    }
    // Threads of pools and frameworks must not keep it alive.
    System.exit(0);
  }

  private static void play(Order order, Player player, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    player.warmUp();
    for (int position = 0; position < order.cells().size(); position++) {
      Cell cell = order.cells().get(position);
      PoolEntry entry;
      try {
        entry = player.play(cell, position);
      } catch (SQLException | RuntimeException e) {
        entry = new CellFailure(order.entrant(), order.round(), cell, reason(e));
      }
      out.println(PoolJournal.line(entry));
      out.flush();
    }
  }

  private static String reason(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getName() : message;
  }
}
