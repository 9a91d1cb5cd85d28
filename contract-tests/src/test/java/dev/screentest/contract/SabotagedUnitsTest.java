package dev.screentest.contract;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.StoreException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.domain.Work;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stores whose units of work are not what they should be: the suite must name the rule. */
class SabotagedUnitsTest {

  /** A store that hands every unit to another one. */
  private abstract static class Saboteur implements MovieStore {

    final MovieStore store;

    Saboteur(MovieStore store) {
      this.store = store;
    }

    @Override
    public void evict() {
      store.evict();
    }

    @Override
    public void close() {
      store.close();
    }
  }

  @Test
  void readsRepeatably() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  private final MemoryTables snapshot = super.view();

                  @Override
                  MemoryTables view() {
                    return isWriting() ? super.view() : snapshot;
                  }
                })
        .isFor("TX-9")
        .says("TX-9", "REPEATABLE READ");
  }

  /** A store whose units run inside the one that is open on their thread. */
  private static final class Joining extends Saboteur {

    private static final ThreadLocal<@Nullable UnitOfWork> OUTER = new ThreadLocal<>();

    Joining(MovieStore store) {
      super(store);
    }

    @Override
    public <R extends @Nullable Object, X extends Exception> R inUnit(
        UnitKind kind, Work<R, X> work) throws X {
      UnitOfWork outer = OUTER.get();
      if (outer != null) {
        return work.run(outer);
      }
      try {
        return store.inUnit(
            kind,
            unit -> {
              OUTER.set(unit);
              return work.run(unit);
            });
      } finally {
        OUTER.remove();
      }
    }
  }

  @Test
  void joinsTheUnitOutside() {
    Blame.ofStore(Joining::new)
        .isFor(
            "TX-8", "TX-9", "TX-10", "TX-11", "TX-16", "TX-17", "DEL-5", "DEL-6", "ERR-11",
            "ERR-13", "ERR-14", "ORPH-10", "ORPH-11", "SAVE-31", "SAVE-32")
        .says("TX-10", "does not join its transaction", "inner");
  }

  @Test
  void wrapsTheExceptionsOfTheWork() {
    Blame.ofStore(
            store ->
                new Saboteur(store) {
                  @Override
                  public <R extends @Nullable Object, X extends Exception> R inUnit(
                      UnitKind kind, Work<R, X> work) throws X {
                    try {
                      return store.inUnit(kind, work);
                    } catch (StoreException failure) {
                      throw failure;
                    } catch (Exception failure) {
                      throw new IllegalStateException("the work failed", failure);
                    }
                  }
                })
        .isFor(
            "TX-2",
            "TX-3",
            "TX-5",
            "TX-10",
            "TX-11",
            "BULK-5",
            "CONC-3",
            "DEL-10",
            "STREAM-7",
            "STREAM-9")
        .says("TX-3", "none is wrapped", "the work failed");
  }

  @Test
  void hidesAnErrorThatTheWorkSwallowed() {
    Blame.ofStore(
            store ->
                new Saboteur(store) {
                  @Override
                  public <R extends @Nullable Object, X extends Exception> R inUnit(
                      UnitKind kind, Work<R, X> work) throws X {
                    List<R> results = new ArrayList<>();
                    try {
                      return store.inUnit(
                          kind,
                          unit -> {
                            results.add(work.run(unit));
                            return results.get(0);
                          });
                    } catch (StoreException failure) {
                      if (results.isEmpty()) {
                        throw failure;
                      }
                      return results.get(0);
                    }
                  }
                })
        .isFor("TX-6", "TX-7", "TX-17")
        .says("TX-6", "remembers an error of the store");
  }

  @Test
  void runsAUnitTwiceWhenItFails() {
    Blame.ofStore(
            store ->
                new Saboteur(store) {
                  @Override
                  public <R extends @Nullable Object, X extends Exception> R inUnit(
                      UnitKind kind, Work<R, X> work) throws X {
                    try {
                      return store.inUnit(kind, work);
                    } catch (StoreException failure) {
                      return store.inUnit(kind, work);
                    }
                  }
                })
        // The second time, the objects are no longer those that the work was given
        .isFor(
            "TX-17", "TX-18", "DEL-5", "DEL-6", "ERR-13", "ERR-14", "ORPH-10", "ORPH-11", "SAVE-31",
            "SAVE-32")
        .says("TX-18", "check for retries");
  }
}
