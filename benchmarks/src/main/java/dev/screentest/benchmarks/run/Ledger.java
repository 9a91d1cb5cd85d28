package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.journal.JournalWriter;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.ForkFailure;
import dev.screentest.benchmarks.result.JournalEntry;
import dev.screentest.benchmarks.result.LeftOut;
import dev.screentest.benchmarks.result.Refused;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.Verified;
import dev.screentest.benchmarks.verify.Cost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What happened so far, on disk and at hand. */
final class Ledger {

  private final JournalWriter journal;
  private final RunData before;
  private final List<JournalEntry> entries;
  private final Map<CellId, Cost> verified = new HashMap<>();
  private final Set<CellId> closed = new HashSet<>();

  /**
   * Goes on with a run.
   *
   * @param before what its journal holds already; no entries in a new one
   */
  Ledger(JournalWriter journal, RunData before) {
    this.journal = journal;
    this.before = before;
    this.entries = new ArrayList<>(before.entries());
    entries.forEach(this::note);
  }

  void add(JournalEntry entry) throws IOException {
    journal.append(entry);
    entries.add(entry);
    note(entry);
  }

  private void note(JournalEntry entry) {
    if (entry instanceof Verified passed) {
      verified.put(passed.cell(), passed.cost());
    } else if (entry instanceof LeftOut leftOut) {
      closed.add(leftOut.cell());
    } else if (entry instanceof Refused refused) {
      closed.add(refused.cell());
    } else if (entry instanceof ForkFailure failure) {
      closed.add(failure.cell());
    }
  }

  /** Waits until all of it is on the disk. */
  void force() throws IOException {
    journal.force();
  }

  /** Returns whether nothing more than a fork is missing to a number. */
  boolean isOpen(CellId cell) {
    return verified.containsKey(cell) && !closed.contains(cell);
  }

  /** Returns whether it was verified, whatever came of it. */
  boolean isDecided(CellId cell) {
    return verified.containsKey(cell) || closed.contains(cell);
  }

  Optional<Cost> cost(CellId cell) {
    return Optional.ofNullable(verified.get(cell));
  }

  RunData data() {
    return new RunData(before.header(), entries);
  }
}
