package dev.screentest.benchmarks.contestant;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Work;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Does every n-th unit of work twice. Thread-safe, as the store behind it. */
final class RepeatingStore implements MovieStore {

  private final MovieStore store;
  private final int every;
  private final AtomicInteger units = new AtomicInteger();

  RepeatingStore(MovieStore store, int every) {
    this.store = store;
    this.every = every;
  }

  @Override
  public <R extends @Nullable Object, X extends Exception> R inUnit(UnitKind kind, Work<R, X> work)
      throws X {
    R result = store.inUnit(kind, work);
    return units.incrementAndGet() % every == 0 ? store.inUnit(kind, work) : result;
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
