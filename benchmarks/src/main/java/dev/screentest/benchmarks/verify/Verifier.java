package dev.screentest.benchmarks.verify;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.benchmarks.workload.Bill;
import dev.screentest.benchmarks.workload.DataSetTooSmallException;
import dev.screentest.benchmarks.workload.Workload;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.benchmarks.workload.WrongAnswerException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnsupportedCapabilityException;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseUnavailableException;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.WorkspaceException;
import dev.screentest.testbed.meter.WireCounts;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets contestants perform without a clock, on metered connections: compares their answers with
 * those of the catalogue, then counts what an operation costs and compares that with its bill, and
 * looks whether schema, content and settings are still what they must be.
 */
public final class Verifier {

  /** Connections settle: statements get their names, blocks of ids are begun. */
  private static final int NOT_COUNTED = 10;

  private final Database database;
  private final Contestants contestants;
  private final Catalogue catalogue;
  private final UnitKind unit;
  private final Gate gate;

  /**
   * Creates a verifier.
   *
   * @param unit in which kind of unit of work reads are done
   */
  public Verifier(Database database, Contestants contestants, Catalogue catalogue, UnitKind unit) {
    this.database = database;
    this.contestants = contestants;
    this.catalogue = RememberedCatalogue.of(catalogue);
    this.unit = unit;
    this.gate = new Gate(database, this.catalogue);
  }

  /**
   * Verifies one contestant in one workload.
   *
   * @throws SQLException if the database cannot be prepared or looked into
   * @throws DatabaseUnavailableException if it is gone
   * @throws WorkspaceException if no schema can be had in it
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
   */
  public void verify(
      Contestant contestant, List<WorkloadEntry> entries, BiConsumer<WorkloadEntry, Finding> found)
      throws SQLException {
    List<WorkloadEntry> readsFirst =
        entries.stream()
            .sorted(
                Comparator.comparing((WorkloadEntry entry) -> !entry.isRead())
                    .thenComparing(WorkloadEntry::connections))
            .toList();
    try (Performances performances = new Performances(contestant)) {
      for (WorkloadEntry entry : readsFirst) {
        found.accept(entry, performances.verify(entry));
      }
    }
  }

  /** What one contestant performs, on one stage as long as all is well. */
  private final class Performances implements AutoCloseable {

    private final Contestant contestant;
    private final Variant variant;
    private @Nullable Stage stage;

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
        Stage ready = stage(entry.connections());
        workload.enter(ready);
        workload.verify();
        return count(ready, workload, entry);
      } catch (UnsupportedCapabilityException | DataSetTooSmallException e) {
        return new Finding.LeftOut(text(e));
      } catch (WrongAnswerException | GateException e) {
        return new Finding.Failed(text(e));
      } catch (DatabaseUnavailableException | WorkspaceException e) {
        throw e;
      } catch (RuntimeException e) {
        // Whatever an implementation throws is its answer, and the wrong one.
        return new Finding.Failed(e.getClass().getName() + ": " + text(e));
      }
    }

    private Stage stage(int connections) throws SQLException {
      Stage open = stage;
      if (open != null && open.pool().options().size() == connections) {
        return open;
      }
      close();
      PoolOptions pool = PoolOptions.defaults().withSize(connections);
      open = Stage.open(database, contestants, contestant, catalogue, pool);
      stage = open;
      gate.requireInitialContent(open, "at the start");
      return open;
    }

    private Finding count(Stage ready, Workload workload, WorkloadEntry entry) throws SQLException {
      int operations = entry.countedOperations();
      int settling = Math.min(NOT_COUNTED, operations);
      workload.rehearse(settling + operations);
      perform(workload, settling);
      Bills bills = new Bills(workload, variant);
      WireCounts counts = ready.wire().measure(() -> bills.perform(operations));
      Optional<String> complaint = bills.total().complaint(counts, operations);
      if (complaint.isPresent()) {
        return new Finding.Failed(complaint.get());
      }
      workload.verifyState();
      if (entry.isRead()) {
        gate.requireInitialContent(ready, "after reads");
      }
      gate.requireConditions(ready);
      return new Finding.Passed(Cost.perOperation(counts, operations), bills.reasons());
    }

    @Override
    public void close() {
      Stage open = stage;
      stage = null;
      if (open != null) {
        open.close();
      }
    }
  }

  /** Performs, and adds up what each operation may cost: with other arguments, another number. */
  private static final class Bills {

    private final Workload workload;
    private final Variant variant;
    private Bill total = Bill.NOTHING;
    private List<String> reasons = List.of();

    Bills(Workload workload, Variant variant) {
      this.workload = workload;
      this.variant = variant;
    }

    void perform(int operations) {
      for (int i = 0; i < operations; i++) {
        Bill bill = workload.bill(variant);
        total = total.plus(bill.declaredBy(variant));
        reasons = bill.reasons(variant);
        workload.perform();
      }
    }

    Bill total() {
      return total;
    }

    List<String> reasons() {
      return reasons;
    }
  }

  private static void perform(Workload workload, int operations) {
    for (int i = 0; i < operations; i++) {
      workload.perform();
    }
  }

  private static String text(RuntimeException e) {
    String message = e.getMessage();
    return message == null ? "no reason given" : message;
  }
}
