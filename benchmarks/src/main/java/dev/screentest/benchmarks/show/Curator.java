package dev.screentest.benchmarks.show;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.LoadProgress;
import dev.screentest.testbed.database.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;

/** Lets contestants perform under the eyes of all meters, and explains what they did. */
public final class Curator {

  private final Database database;
  private final Contestants contestants;
  private final Catalogue catalogue;
  private final UnitKind unit;
  private final PoolPlan pool;
  private final LoadProgress progress;

  /**
   * Creates a curator.
   *
   * @param unit in which kind of unit of work reads are done
   * @param pool the pool of all contestants
   * @param progress hears how far the loading of the data is
   */
  public Curator(
      Database database,
      Contestants contestants,
      Catalogue catalogue,
      UnitKind unit,
      PoolPlan pool,
      LoadProgress progress) {
    this.database = database;
    this.contestants = contestants;
    this.catalogue = catalogue;
    this.unit = unit;
    this.pool = pool;
    this.progress = progress;
  }

  /**
   * Shows one operation: what it costs, what was sent, and from where.
   *
   * @throws SQLException if the database cannot be prepared or looked into
   */
  public Exhibit show(Contestant contestant, WorkloadEntry entry) throws SQLException {
    try (Audition audition = audition(contestant)) {
      return audition.show(entry);
    }
  }

  /**
   * Counts what one operation of each of many workloads costs, which is faster than to show them.
   *
   * @param found is told each exhibit, which has neither statements nor sources
   * @throws SQLException if the database cannot be prepared or looked into
   */
  public void count(
      Contestant contestant, List<WorkloadEntry> entries, BiConsumer<WorkloadEntry, Exhibit> found)
      throws SQLException {
    try (Audition audition = audition(contestant)) {
      for (WorkloadEntry entry : entries.stream().sorted(WorkloadEntry.READS_FIRST).toList()) {
        found.accept(entry, audition.count(entry));
      }
    }
  }

  /** Returns a contestant ready for work; the caller closes it. */
  Audition audition(Contestant contestant) {
    String packageName =
        contestants.provider(contestant.implementation()).getClass().getPackageName();
    return new Audition(
        connections ->
            Stage.open(
                database, contestants, contestant, catalogue, pool.options(connections), progress),
        catalogue,
        unit,
        new Explanation(packageName));
  }
}
