package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.journal.JournalReader;
import dev.screentest.benchmarks.journal.JournalWriter;
import dev.screentest.benchmarks.result.ForkEnd;
import dev.screentest.benchmarks.result.Forks;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunEnd;
import dev.screentest.benchmarks.result.Slice;
import dev.screentest.benchmarks.result.Verified;
import dev.screentest.benchmarks.verify.Cost;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed anywhere goes on where it was: complete, and nothing counts twice. */
class ResumeTest {

  private static final int ROUNDS = 3;
  private static final String JOURNAL = "journal.jsonl";
  private static final List<String> ALL =
      List.of(
          "find-movie 1",
          "insert-graph 1",
          "find-movie 2",
          "insert-graph 2",
          "find-movie 3",
          "insert-graph 3");

  private final RunPlan plan =
      RunPlans.of(
          StoppingRule.rounds(ROUNDS), List.of("find-movie", "insert-graph"), "jdbc", "jdbc#twin");

  @TempDir private Path folder;
  private byte[] whole = {};

  @BeforeEach
  void runWithoutAKill() throws Exception {
    try (JournalWriter journal = JournalWriter.begin(folder, RunPlans.header(plan))) {
      assertThat(run(journal, new RunData(RunPlans.header(plan), List.of()))).isEqualTo(ALL);
    }
    whole = Files.readAllBytes(folder.resolve(JOURNAL));
  }

  private List<String> run(JournalWriter journal, RunData before) throws Exception {
    Ledger ledger = new Ledger(journal, before);
    for (Cell cell : plan.cells()) {
      if (!ledger.isDecided(cell.id())) {
        ledger.add(new Verified(cell.id(), new Cost(1, 0, 1, 1, 0, 10, 10), List.of()));
      }
    }
    ActedRounds rounds = new ActedRounds(ledger, cell -> 1_000);
    Progress progress = new Progress(new PrintWriter(Writer.nullWriter()), false);
    new Comparison(plan, ledger, rounds, progress).measure((round, results) -> {});
    return rounds.played();
  }

  /** Leaves so many bytes of the journal, as a kill does, and goes on. */
  private List<String> resumeAfter(int bytes) throws Exception {
    Files.write(folder.resolve(JOURNAL), Arrays.copyOf(whole, bytes));
    RunData before = JournalReader.read(folder);
    try (JournalWriter journal = JournalWriter.goOn(folder)) {
      return run(journal, before);
    }
  }

  private void assertComplete(RunData results) {
    for (Cell cell : plan.cells()) {
      assertThat(results.forks().get(cell.id())).containsOnlyKeys(1, 2, 3);
      assertThat(Forks.of(results, cell.id()).values())
          .allSatisfy(
              fork -> assertThat(fork.slices()).extracting(Slice::index).containsExactly(0, 1));
      assertThat(results.entries(Verified.class).filter(entry -> entry.cell().equals(cell.id())))
          .hasSize(1);
    }
    assertThat(results.entries(RunEnd.class)).hasSize(1);
  }

  /** The bytes after which a line ends: the first is the header's. */
  private List<Integer> lineEnds() {
    return IntStream.range(0, whole.length)
        .filter(i -> whole[i] == '\n')
        .map(i -> i + 1)
        .boxed()
        .toList();
  }

  @Test
  void whereverALineWasTheLastTheRunIsCompletedAndNothingCountsTwice() throws Exception {
    List<Integer> ends = lineEnds();
    for (int end : ends.subList(0, ends.size() - 1)) {
      resumeAfter(end);

      assertComplete(JournalReader.read(folder));
    }
  }

  @Test
  void whereverALineIsTornTheRunIsCompletedAndNothingCountsTwice() throws Exception {
    int headerEnd = lineEnds().get(0);
    Set<Integer> kills = new TreeSet<>();
    Random random = new Random(1);
    while (kills.size() < 100) {
      kills.add(headerEnd + random.nextInt(whole.length - headerEnd - 1));
    }
    for (int kill : kills) {
      resumeAfter(kill);

      assertComplete(JournalReader.read(folder));
    }
  }

  @Test
  void aRoundThatWasCompleteIsNotMeasuredAgain() throws Exception {
    RunData all = JournalReader.read(folder);
    List<Integer> ends = lineEnds();
    int line = 0;
    Set<String> complete = new HashSet<>();
    List<String> done = new ArrayList<>();
    for (var entry : all.entries()) {
      line++;
      if (entry instanceof ForkEnd end && end.cell().contestant().equals("jdbc#twin")) {
        done.add(end.cell().workload() + " " + end.round());
        complete.addAll(done);

        List<String> expected = new ArrayList<>(ALL);
        expected.removeAll(complete);
        assertThat(resumeAfter(ends.get(line))).isEqualTo(expected);
      }
    }
    assertThat(done).isEqualTo(ALL);
  }

  @Test
  void aRoundThatWasNotCompleteIsMeasuredAgainAsAWhole() throws Exception {
    RunData all = JournalReader.read(folder);
    int firstEnd = 0;
    while (!(all.entries().get(firstEnd) instanceof ForkEnd)) {
      firstEnd++;
    }

    // The header is no entry, so this leaves the first end of a fork as the last line
    assertThat(resumeAfter(lineEnds().get(firstEnd + 1))).isEqualTo(ALL);

    RunData results = JournalReader.read(folder);
    assertComplete(results);
    assertThat(results.entries(ForkEnd.class)).hasSize(2 * 2 * ROUNDS + 1);
  }

  @Test
  void aLetterThatWasTornInTwoIsForgiven() throws Exception {
    byte[] torn = Arrays.copyOf(whole, whole.length + 1);
    torn[whole.length] = (byte) 0xc3;
    Files.write(folder.resolve(JOURNAL), torn);

    assertComplete(JournalReader.read(folder));
    JournalWriter.goOn(folder).close();
    assertThat(Files.readAllBytes(folder.resolve(JOURNAL))).isEqualTo(whole);
  }
}
