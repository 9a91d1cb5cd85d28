package dev.screentest.contract;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Work;
import org.jspecify.annotations.Nullable;

/** A store that tells a watch when its units begin and end. */
record WatchedStore(MovieStore store, UnitWatch watch) implements MovieStore {

  @Override
  public <R extends @Nullable Object, X extends Exception> R inUnit(UnitKind kind, Work<R, X> work)
      throws X {
    watch.unitBegins();
    try {
      return store.inUnit(kind, work);
    } finally {
      watch.unitEnds();
    }
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
