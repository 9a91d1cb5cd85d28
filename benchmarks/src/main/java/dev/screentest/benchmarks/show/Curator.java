package dev.screentest.benchmarks.show;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.benchmarks.workload.DataSetTooSmallException;
import dev.screentest.benchmarks.workload.Workload;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnsupportedCapabilityException;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.meter.SentStatement;
import dev.screentest.testbed.meter.WireCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a contestant perform one operation under the eyes of the wire, and explains what it sent.
 */
public final class Curator {

  /** Connections settle: statements get their names, blocks of ids are begun. */
  private static final int NOT_SHOWN = 10;

  private final Database database;
  private final Contestants contestants;
  private final Catalogue catalogue;
  private final UnitKind unit;

  /**
   * Creates a curator.
   *
   * @param unit in which kind of unit of work reads are done
   */
  public Curator(Database database, Contestants contestants, Catalogue catalogue, UnitKind unit) {
    this.database = database;
    this.contestants = contestants;
    this.catalogue = catalogue;
    this.unit = unit;
  }

  /**
   * Shows one operation.
   *
   * @throws SQLException if the database cannot be prepared or looked into
   */
  public Exhibit show(Contestant contestant, WorkloadEntry entry) throws SQLException {
    Optional<String> tooSmall = entry.needed().complaint(catalogue);
    if (tooSmall.isPresent()) {
      return new Exhibit.Missing(tooSmall.get());
    }
    PoolOptions pool = PoolOptions.defaults().withSize(entry.connections());
    try (Stage stage = Stage.open(database, contestants, contestant, catalogue, pool)) {
      Workload workload = entry.workload().apply(unit);
      workload.enter(stage);
      int settling = Math.min(NOT_SHOWN, entry.countedOperations());
      workload.rehearse(settling + 1);
      for (int i = 0; i < settling; i++) {
        workload.perform();
      }
      List<SentStatement> sent = new ArrayList<>();
      WireCounts counts =
          stage.wire().measure(() -> sent.addAll(stage.wire().observeInFull(workload::perform)));
      return shown(contestant, stage, counts, sent);
    } catch (UnsupportedCapabilityException | DataSetTooSmallException e) {
      return new Exhibit.Missing(String.valueOf(e.getMessage()));
    }
  }

  private Exhibit shown(
      Contestant contestant, Stage stage, WireCounts counts, List<SentStatement> sent)
      throws SQLException {
    SourceTrail trail =
        new SourceTrail(
            contestants.provider(contestant.implementation()).getClass().getPackageName());
    Map<String, List<SentStatement>> bySql = new LinkedHashMap<>();
    for (SentStatement statement : sent) {
      bySql.computeIfAbsent(statement.sql(), sql -> new ArrayList<>()).add(statement);
    }
    List<Exhibit.Statement> statements = new ArrayList<>();
    try (Connection connection = stage.connect()) {
      PlanReader plans = new PlanReader(connection);
      for (List<SentStatement> same : bySql.values()) {
        SentStatement first = same.get(0);
        if (first.isWork()) {
          trail.add(first);
        }
        List<String> types = plans.types(first.parameters());
        statements.add(
            new Exhibit.Statement(
                first.sql(),
                same.size(),
                first.parameters(),
                types,
                first.isWork() ? plans.plan(first.sql(), first.parameters(), types) : List.of()));
      }
    }
    return new Exhibit.Shown(counts, statements, trail.sources());
  }
}
