package dev.screentest.testbed.fault;

import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseUnavailableException;
import dev.screentest.testbed.database.PoolOpener;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.RedirectedPools;
import dev.screentest.testbed.database.Workspace;
import dev.screentest.testbed.fault.Attempt.Outcome;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Lets a fault strike while threads write through a store, and then looks into the tables for what
 * has become of each unit of work.
 *
 * <p>Each drill has a schema, a pool and a store of its own, behind a proxy of its own. The pool is
 * as large as there are threads, and is metered, so that it is not encrypted and the proxy can
 * read. What the pool logs of the fault is for the caller to silence. Thread-safe, but for faults
 * that stop the server.
 */
public final class FaultDrill {
  private static final int WRITERS = 4;

  /** How long who wants a connection waits for it, where that may be in vain. */
  private static final Duration BORROWING = Duration.ofSeconds(1);

  /** The same where the number of units that are hit is known: no busy machine may add to it. */
  private static final Duration PATIENT_BORROWING = Duration.ofSeconds(10);

  /** What a pool that is able to recover takes at most: its pauses grow to five seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration TAIL = Duration.ofMillis(200);

  private final Database database;
  private final PoolOpener pools;
  private final Function<DataSource, MovieStore> stores;

  /**
   * Creates a drill.
   *
   * @param database the server; nothing else may run on it where it is stopped
   * @param pools opens the pool
   * @param stores opens the store under test on it
   */
  public FaultDrill(Database database, PoolOpener pools, Function<DataSource, MovieStore> stores) {
    this.database = database;
    this.pools = pools;
    this.stores = stores;
  }

  /** Returns why a fault cannot strike here; empty if it can. */
  public Optional<String> whyNot(Fault fault) {
    return fault.stopsTheServer() && !database.canRestart()
        ? Optional.of(
            "a server of kind "
                + database.server().kind()
                + " is not stopped; choose --database embedded")
        : Optional.empty();
  }

  /**
   * Performs a drill.
   *
   * @throws DrillFailedException when the store does not get as far as the fault
   * @throws UnsupportedOperationException when the fault cannot strike here
   */
  public DrillReport run(Fault fault) throws IOException, SQLException, InterruptedException {
    whyNot(fault)
        .ifPresent(
            reason -> {
              throw new UnsupportedOperationException(fault.label() + ": " + reason);
            });
    try (Workspace workspace = database.createWorkspace("drill: " + fault.label());
        FaultProxy proxy = FaultProxy.before(database.address());
        PooledDatabase pool =
            workspace.openPool(
                options(fault), new RedirectedPools(pools, proxy.address(), workspace.schema()))) {
      pool.awaitFull();
      UnitConnections connections = new UnitConnections(pool.dataSource());
      try (MovieStore store = stores.apply(connections.dataSource());
          Writers writers = new Writers(store, WRITERS)) {
        begin(writers);
        long struck = System.nanoTime();
        new Striker(database, workspace, proxy, connections, writers).strike(fault);
        long over = System.nanoTime();
        boolean settled =
            writers.awaitEach(fault.passes() ? Outcome.COMMITTED : Outcome.FAILED, over, PATIENCE);
        Thread.sleep(TAIL.toMillis());
        writers.stop();
        if (fault.passes()) {
          settled &= isFull(pool);
        } else {
          database.resume(); // for the witness
        }
        return new Reckoning(fault, WRITERS, writers.attempts(), Traces.in(workspace), struck, over)
            .report(settled);
      } finally {
        if (fault.stopsTheServer()) {
          database.resume(); // for whoever comes next
        }
      }
    }
  }

  /** More patience with the server than a network stalls for. */
  private static PoolOptions options(Fault fault) {
    return PoolOptions.defaults()
        .withSize(WRITERS)
        .withConnectionTimeout(fault.unitsHit(WRITERS).isPresent() ? PATIENT_BORROWING : BORROWING)
        .withStatementTimeout(Duration.ofSeconds(10));
  }

  private static void begin(Writers writers) {
    long start = System.nanoTime();
    writers.start();
    if (!writers.awaitEach(Outcome.COMMITTED, start, PATIENCE)) {
      throw new DrillFailedException(
          "Not every writer committed a unit of work before the fault; the last ended with "
              + writers.attempts().stream()
                  .reduce((earlier, later) -> later)
                  .map(attempt -> attempt.outcome() + " " + attempt.error())
                  .orElse("nothing at all")
              + ".");
    }
  }

  private static boolean isFull(PooledDatabase pool) {
    try {
      pool.awaitFull();
      return pool.poolState().active() == 0;
    } catch (DatabaseUnavailableException e) {
      return false;
    }
  }
}
