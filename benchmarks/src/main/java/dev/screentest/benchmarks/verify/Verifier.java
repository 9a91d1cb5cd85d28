package dev.screentest.benchmarks.verify;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.benchmarks.workload.DataSetTooSmallException;
import dev.screentest.benchmarks.workload.Workload;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.benchmarks.workload.WrongAnswerException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnsupportedCapabilityException;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.LoadProgress;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseUnavailableException;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.WorkspaceException;
import dev.screentest.testbed.meter.ServerAnswer;
import dev.screentest.testbed.meter.ServerCounts;
import dev.screentest.testbed.meter.Testimony;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets contestants perform without a clock, on metered connections: compares their answers with
 * those of the catalogue, then counts what an operation costs, on the wire and by asking the
 * server, and compares the wire's counts with the bill and both with each other, and looks whether
 * schema, content and settings are still what they must be.
 */
public final class Verifier {

  /** Connections settle: statements get their names, blocks of ids are begun. */
  private static final int NOT_COUNTED = 10;

  private static final String DISAGREEMENT = "wire and server disagree about ";

  private final Database database;
  private final Contestants contestants;
  private final Catalogue catalogue;
  private final UnitKind unit;
  private final PoolPlan pool;
  private final Gate gate;
  private final LoadProgress progress;

  /**
   * Creates a verifier.
   *
   * @param unit in which kind of unit of work reads are done
   * @param progress hears how far the loading of the data is
   */
  public Verifier(
      Database database,
      Contestants contestants,
      Catalogue catalogue,
      UnitKind unit,
      LoadProgress progress) {
    this(database, contestants, catalogue, unit, PoolPlan.DEFAULT, progress);
  }

  /**
   * Creates a verifier.
   *
   * @param unit in which kind of unit of work reads are done
   * @param pool the pool of all contestants
   * @param progress hears how far the loading of the data is
   */
  public Verifier(
      Database database,
      Contestants contestants,
      Catalogue catalogue,
      UnitKind unit,
      PoolPlan pool,
      LoadProgress progress) {
    this.database = database;
    this.contestants = contestants;
    this.catalogue = RememberedCatalogue.of(catalogue);
    this.unit = unit;
    this.pool = pool;
    this.progress = progress;
    this.gate = new Gate(database, this.catalogue);
  }

  /**
   * Verifies one contestant in one workload.
   *
   * @throws SQLException if the database cannot be prepared or looked into
   * @throws DatabaseUnavailableException if it is gone
   * @throws WorkspaceException if no schema can be had in it
   * @throws CancellationException if it is closed meanwhile
   */
  public Finding verify(Contestant contestant, WorkloadEntry entry) throws SQLException {
    try (Performances performances = new Performances(contestant)) {
      return performances.verify(entry);
    }
  }

  /**
   * Verifies one contestant in many workloads, which is faster than one by one: those that change
   * nothing come first and share a stage.
   *
   * @param found is told each finding
   * @throws SQLException if the database cannot be prepared or looked into
   * @throws DatabaseUnavailableException if it is gone
   * @throws WorkspaceException if no schema can be had in it
   * @throws CancellationException if it is closed meanwhile
   */
  public void verify(
      Contestant contestant, List<WorkloadEntry> entries, BiConsumer<WorkloadEntry, Finding> found)
      throws SQLException {
    try (Performances performances = new Performances(contestant)) {
      for (WorkloadEntry entry : entries.stream().sorted(WorkloadEntry.READS_FIRST).toList()) {
        found.accept(entry, performances.verify(entry));
      }
    }
  }

  /** A stage and who looks after it. */
  private record Guarded(Stage stage, Guard guard) {}

  /** What one contestant performs, on one stage as long as all is well. */
  private final class Performances implements AutoCloseable {

    private final Contestant contestant;
    private final Variant variant;
    private @Nullable Guarded open;

    /** Whether the stage may hold more than it did at first. */
    private boolean isChanged;

    Performances(Contestant contestant) {
      this.contestant = contestant;
      this.variant = contestants.variant(contestant);
    }

    Finding verify(WorkloadEntry entry) throws SQLException {
      Optional<String> tooSmall = entry.needed().complaint(catalogue);
      if (tooSmall.isPresent()) {
        return new Finding.LeftOut(tooSmall.get());
      }
      Finding finding = attempt(entry);
      if (finding instanceof Finding.Failed) {
        // Whatever it left behind must not be held against the next workload.
        close();
      }
      return finding;
    }

    private Finding attempt(WorkloadEntry entry) throws SQLException {
      try {
        Workload workload = entry.workload().apply(unit);
        Guarded ready = open(entry);
        workload.enter(ready.stage);
        return perform(ready, workload, entry);
      } catch (UnsupportedCapabilityException | DataSetTooSmallException e) {
        return new Finding.LeftOut(text(e));
      } catch (WrongAnswerException | GateException e) {
        return new Finding.Failed(text(e));
      } catch (DatabaseUnavailableException | WorkspaceException | CancellationException e) {
        // No fault of the contestant's: the database is gone, or about to be.
        throw e;
      } catch (RuntimeException e) {
        // Whatever an implementation throws is its answer, and the wrong one.
        return new Finding.Failed(e.getClass().getName() + ": " + text(e));
      }
    }

    private Guarded open(WorkloadEntry entry) throws SQLException {
      Guarded known = open;
      PoolOptions options = pool.options(entry.connections());
      if (known != null
          && known.stage.pool().options().equals(options)
          && !(isChanged && entry.isRead())) {
        isChanged |= !entry.isRead();
        return known;
      }
      close();
      Stage stage = Stage.open(database, contestants, contestant, catalogue, options, progress);
      try {
        known = new Guarded(stage, gate.guard(stage));
      } catch (SQLException | RuntimeException e) {
        stage.close();
        throw e;
      }
      open = known;
      isChanged = !entry.isRead();
      return known;
    }

    private Finding perform(Guarded ready, Workload workload, WorkloadEntry entry)
        throws SQLException {
      int operations = entry.countedOperations();
      int verified = workload.verifiedOperations();
      int settling = Math.max(0, Math.min(NOT_COUNTED, operations) - verified);
      workload.rehearse(verified + settling + operations);
      workload.verify();
      for (int i = 0; i < settling; i++) {
        workload.perform();
      }
      Bills bills = new Bills(workload, variant);
      Testimony testimony = ready.stage.measure(() -> bills.perform(operations));
      Optional<String> complaint =
          bills.total().complaint(testimony.wire(), operations).or(() -> disagreement(testimony));
      if (complaint.isPresent()) {
        return new Finding.Failed(complaint.get());
      }
      workload.verifyState();
      if (entry.isRead()) {
        ready.guard.requireInitialContent("after reads");
      }
      ready.guard.requireConditions();
      return new Finding.Passed(
          Cost.perOperation(testimony.wire(), operations),
          bills.reasons(),
          testimony.server() instanceof ServerAnswer.WireAlone silence ? silence.reason() : null);
    }

    @Override
    public void close() {
      Guarded known = open;
      open = null;
      if (known != null) {
        known.stage.close();
      }
    }
  }

  private static Optional<String> disagreement(Testimony testimony) {
    return testimony.server() instanceof ServerCounts server
        ? server.disagreement(testimony.wire()).map(where -> DISAGREEMENT + where)
        : Optional.empty();
  }

  private static String text(RuntimeException e) {
    String message = e.getMessage();
    return message == null ? "no reason given" : message;
  }
}
