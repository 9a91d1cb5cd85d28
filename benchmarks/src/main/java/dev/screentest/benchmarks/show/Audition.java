package dev.screentest.benchmarks.show;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.benchmarks.workload.DataSetTooSmallException;
import dev.screentest.benchmarks.workload.Workload;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnsupportedCapabilityException;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.meter.ConnectionTimes;
import dev.screentest.testbed.meter.SentStatement;
import dev.screentest.testbed.meter.Testimony;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One contestant at work, on one stage as long as that will do. */
final class Audition implements AutoCloseable {

  /** Connections settle: statements get their names, blocks of ids are begun. */
  private static final int NOT_SHOWN = 10;

  /** Over which the time that a connection is held is averaged. */
  private static final int TIMED = 20;

  private final Opener opener;
  private final Catalogue catalogue;
  private final UnitKind unit;
  private final Explanation explanation;
  private @Nullable Stage open;
  private int connectionsAskedFor;

  /** Opens a stage with so many connections. */
  @FunctionalInterface
  interface Opener {
    Stage open(int connections) throws SQLException;
  }

  /** What is done with a workload that has settled on its stage. */
  @FunctionalInterface
  private interface Act {
    Exhibit perform(Stage stage, Workload workload, int timed) throws SQLException;
  }

  Audition(Opener opener, Catalogue catalogue, UnitKind unit, Explanation explanation) {
    this.opener = opener;
    this.catalogue = catalogue;
    this.unit = unit;
    this.explanation = explanation;
  }

  /** Counts one operation, and explains what it sent. */
  Exhibit show(WorkloadEntry entry) throws SQLException {
    return perform(
        entry,
        (stage, workload, timed) -> {
          List<SentStatement> sent = new ArrayList<>();
          Testimony counts =
              stage.measure(() -> sent.addAll(stage.wire().observeInFull(workload::perform)));
          ConnectionTimes times = times(stage, workload, timed);
          return explanation.of(stage, counts, times, sent);
        });
  }

  /** Counts one operation. */
  Exhibit count(WorkloadEntry entry) throws SQLException {
    return perform(
        entry,
        (stage, workload, timed) -> {
          Testimony counts = stage.measure(workload::perform);
          return new Exhibit.Shown(counts, times(stage, workload, timed), List.of(), Map.of());
        });
  }

  private Exhibit perform(WorkloadEntry entry, Act act) throws SQLException {
    Optional<String> tooSmall = entry.needed().complaint(catalogue);
    if (tooSmall.isPresent()) {
      return new Exhibit.Missing(tooSmall.get());
    }
    try {
      Stage stage = stage(entry.connections());
      Workload workload = entry.workload().apply(unit);
      workload.enter(stage);
      int settling = Math.min(NOT_SHOWN, entry.countedOperations());
      int timed = Math.min(TIMED, entry.countedOperations());
      workload.rehearse(settling + 1 + timed);
      for (int i = 0; i < settling; i++) {
        workload.perform();
      }
      return act.perform(stage, workload, timed);
    } catch (UnsupportedCapabilityException | DataSetTooSmallException e) {
      return new Exhibit.Missing(String.valueOf(e.getMessage()));
    }
  }

  /** Apart from all else: who looks at each statement makes a unit of work take longer. */
  private static ConnectionTimes times(Stage stage, Workload workload, int operations) {
    return stage
        .connections()
        .measure(
            () -> {
              for (int i = 0; i < operations; i++) {
                workload.perform();
              }
            });
  }

  private Stage stage(int connections) throws SQLException {
    Stage ready = open;
    if (ready == null || connectionsAskedFor != connections) {
      close();
      ready = opener.open(connections);
      open = ready;
      connectionsAskedFor = connections;
    }
    return ready;
  }

  @Override
  public void close() {
    Stage last = open;
    open = null;
    if (last != null) {
      last.close();
    }
  }
}
