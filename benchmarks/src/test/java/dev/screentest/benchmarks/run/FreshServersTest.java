package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.journal.JournalReader;
import dev.screentest.benchmarks.journal.JournalWriter;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.ServerRestart;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshServersTest {

  private final RunPlan plan =
      RunPlans.of(
          StoppingRule.rounds(7), List.of("find-movie", "insert-graph"), "jdbc", "jdbc#twin");
  private final List<String> events = new ArrayList<>();

  @TempDir private Path folder;

  private void play(int from, int to) throws Exception {
    RunData before = new RunData(RunPlans.header(plan), List.of());
    try (JournalWriter journal = JournalWriter.begin(folder, RunPlans.header(plan))) {
      FreshServers servers =
          new FreshServers(
              (workload, cells, round) -> events.add(workload.name() + " " + round),
              new Ledger(journal, before),
              3,
              () -> events.add("restart"));
      for (int round = from; round <= to; round++) {
        for (WorkloadEntry workload : plan.workloads()) {
          servers.play(workload, plan.cells(), round);
        }
      }
    }
  }

  @Test
  void aServerLivesForABlockOfRounds() throws Exception {
    play(1, 7);

    assertThat(events)
        .containsExactly(
            "find-movie 1",
            "insert-graph 1",
            "find-movie 2",
            "insert-graph 2",
            "find-movie 3",
            "insert-graph 3",
            "restart",
            "find-movie 4",
            "insert-graph 4",
            "find-movie 5",
            "insert-graph 5",
            "find-movie 6",
            "insert-graph 6",
            "restart",
            "find-movie 7",
            "insert-graph 7");
    assertThat(JournalReader.read(folder).entries(ServerRestart.class))
        .extracting(ServerRestart::round)
        .containsExactly(4, 7);
  }

  @Test
  void aRunThatIsResumedInABlockKeepsItsServerForTheRestOfIt() throws Exception {
    play(5, 6);

    assertThat(events).doesNotContain("restart");
  }
}
