package dev.screentest.benchmarks.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.data.LoadProgress;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.DurabilityProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PanelTest {

  private static final List<WorkloadEntry> WORKLOADS =
      WorkloadCatalogue.resolve(List.of("find-movie", "insert-row"));

  private final Contestants contestants = Contestants.onClassPath();
  private final Queue<Database> servers = new ConcurrentLinkedQueue<>();
  private final List<String> found = new ArrayList<>();

  private Database start() {
    Database server = Database.start(new DatabaseSpec.Embedded(), DurabilityProfile.MEMORY);
    servers.add(server);
    return server;
  }

  private Verifier verifier(Database server) {
    return new Verifier(
        server, contestants, DataSet.TUTORIAL.catalogue(), UnitKind.READ, LoadProgress.SILENT);
  }

  private void verify(Panel panel, String... labels) throws SQLException {
    List<Contestant> all = Stream.of(labels).map(contestants::resolve).toList();
    panel.verify(
        all,
        WORKLOADS,
        (contestant, workload, finding) ->
            found.add(
                "%s %s %s"
                    .formatted(contestant, workload.name(), finding.getClass().getSimpleName())));
  }

  @Test
  void eachVerifierHasAServerAndEachContestantOneVerifier() throws SQLException {
    verify(new Panel(2, this::start, this::verifier), "jdbc", "broken", "jdbi");

    assertThat(servers).hasSize(2);
    assertThat(found)
        .containsExactlyInAnyOrder(
            "jdbc find-movie Passed",
            "jdbc insert-row Passed",
            "broken find-movie Failed",
            "broken insert-row Passed",
            "jdbi find-movie Passed",
            "jdbi insert-row Passed");
  }

  @Test
  void thereAreNoMoreVerifiersThanContestants() throws SQLException {
    verify(new Panel(9, this::start, this::verifier), "jdbc");

    assertThat(servers).hasSize(1);
    assertThat(found).hasSize(2);
  }

  @Test
  void whatStopsOneVerifierStopsTheOthersBeforeTheirNextContestant() {
    Panel panel =
        new Panel(
            1,
            this::start,
            server -> {
              throw new IllegalStateException("no verifier today");
            });

    assertThatThrownBy(() -> verify(panel, "jdbc", "jdbi"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no verifier today");
    assertThat(found).isEmpty();
  }
}
