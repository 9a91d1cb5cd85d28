package dev.screentest.benchmarks.verify;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.benchmarks.workload.Workload;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.benchmarks.workload.WrongAnswerException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnsupportedCapabilityException;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseUnavailableException;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.WorkspaceException;
import dev.screentest.testbed.meter.WireCounts;
import java.sql.SQLException;

/**
 * Lets contestants perform without a clock, on metered connections: compares their answers with
 * those of the catalogue, then counts what an operation costs and compares that with its bill.
 */
public final class Verifier {

  /** Connections settle: statements get their names, blocks of ids are begun. */
  private static final int NOT_COUNTED = 10;

  private final Database database;
  private final Contestants contestants;
  private final Catalogue catalogue;
  private final UnitKind unit;

  /**
   * Creates a verifier.
   *
   * @param unit in which kind of unit of work reads are done
   */
  public Verifier(Database database, Contestants contestants, Catalogue catalogue, UnitKind unit) {
    this.database = database;
    this.contestants = contestants;
    this.catalogue = catalogue;
    this.unit = unit;
  }

  /**
   * Verifies one contestant in one workload.
   *
   * @throws SQLException if the database cannot be prepared or looked into
   * @throws DatabaseUnavailableException if it is gone
   * @throws WorkspaceException if no schema can be had in it
   */
  public Finding verify(Contestant contestant, WorkloadEntry entry) throws SQLException {
    PoolOptions pool = PoolOptions.defaults().withSize(entry.connections());
    try (Stage stage = Stage.open(database, contestants, contestant, catalogue, pool)) {
      Workload workload = entry.workload().apply(unit);
      workload.enter(stage);
      workload.verify();
      return count(stage, workload, entry.countedOperations());
    } catch (UnsupportedCapabilityException e) {
      return new Finding.LeftOut(text(e));
    } catch (WrongAnswerException e) {
      return new Finding.Failed(text(e));
    } catch (DatabaseUnavailableException | WorkspaceException e) {
      throw e;
    } catch (RuntimeException e) {
      // Whatever an implementation throws is its answer, and the wrong one.
      return new Finding.Failed(e.getClass().getName() + ": " + text(e));
    }
  }

  private static Finding count(Stage stage, Workload workload, int operations) throws SQLException {
    workload.rehearse(NOT_COUNTED + operations);
    perform(workload, NOT_COUNTED);
    WireCounts counts = stage.wire().measure(() -> perform(workload, operations));
    return workload
        .bill()
        .complaint(counts, operations)
        .<Finding>map(Finding.Failed::new)
        .orElseGet(() -> new Finding.Passed(Cost.perOperation(counts, operations)));
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
