package dev.screentest.contract;

import dev.screentest.testbed.meter.WireCounts;
import dev.screentest.testbed.meter.WireMeter;
import java.util.ArrayList;
import java.util.List;

/** Whoever looks at the wire of a pool when no unit of work is open on it. Thread-safe. */
final class UnitWatch {

  private final WireMeter wire;
  private final List<String> stray = new ArrayList<>();
  private int openUnits;
  private WireCounts quiet;

  UnitWatch(WireMeter wire) {
    this.wire = wire;
    this.quiet = wire.counts();
  }

  /** Forgets everything before a test. */
  synchronized void reset() {
    stray.clear();
    quiet = wire.counts();
  }

  /** Returns what was sent while no unit was open. */
  synchronized List<String> strayStatements() {
    look();
    return List.copyOf(stray);
  }

  synchronized void unitBegins() {
    if (openUnits++ == 0) {
      look();
    }
  }

  synchronized void unitEnds() {
    if (--openUnits == 0) {
      quiet = wire.counts();
    }
  }

  private void look() {
    WireCounts sent = wire.counts().minus(quiet);
    if (sent.statements() + sent.transactionControl() + sent.idBlocks() > 0) {
      stray.add(
          "%d statements, %d of transaction control, %d of blocks of ids"
              .formatted(sent.statements(), sent.transactionControl(), sent.idBlocks()));
    }
    quiet = wire.counts();
  }
}
