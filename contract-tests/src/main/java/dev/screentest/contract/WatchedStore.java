package dev.screentest.contract;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Work;
import dev.screentest.testbed.meter.WireCounts;
import dev.screentest.testbed.meter.WireMeter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store at whose wire somebody looks when no unit of work is open. */
final class WatchedStore implements MovieStore {

  private final MovieStore store;
  private final WireMeter wire;
  private final List<String> stray = new ArrayList<>();
  private int openUnits;
  private WireCounts quiet;

  WatchedStore(MovieStore store, WireMeter wire) {
    this.store = store;
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

  @Override
  public <R extends @Nullable Object, X extends Exception> R inUnit(UnitKind kind, Work<R, X> work)
      throws X {
    begin();
    try {
      return store.inUnit(kind, work);
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    if (openUnits++ == 0) {
      look();
    }
  }

  private synchronized void end() {
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

  @Override
  public void close() {
    store.close();
  }
}
