package dev.screentest.domain.spi;

import dev.screentest.domain.CommitUnknownException;
import dev.screentest.domain.ConnectionLostException;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.StoreException;
import dev.screentest.domain.StoreTimeoutException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.domain.Work;
import org.jspecify.annotations.Nullable;

/**
 * A store that enforces what is the same for every implementation: arguments checked before any
 * SQL, no writing where only reading is allowed, capabilities, commit or rollback, the closed list
 * of exceptions. Every implementation that uses it pays the same for it.
 */
public final class GuardedMovieStore implements MovieStore {

  private final Variant variant;
  private final UnitOpener opener;

  public GuardedMovieStore(Variant variant, UnitOpener opener) {
    this.variant = variant;
    this.opener = opener;
  }

  @Override
  public <R extends @Nullable Object, X extends Exception> R inUnit(UnitKind kind, Work<R, X> work)
      throws X {
    UnitSession session = open(kind);
    GuardedUnit unit = new GuardedUnit(kind, variant, session, opener);
    Throwable failure = null;
    try {
      R result = work.run(unit);
      unit.finish();
      complete(kind, session, unit);
      return result;
    } catch (Throwable thrown) { // whatever it is, it rolls back and goes on unchanged
      failure = thrown;
      unit.abandon(thrown);
      rollBack(kind, session, thrown);
      throw thrown;
    } finally {
      close(session, failure);
    }
  }

  private UnitSession open(UnitKind kind) {
    try {
      return opener.open(kind);
    } catch (RuntimeException failure) {
      throw opener.translate(failure);
    }
  }

  /**
   * Ends a unit whose work returned; an error of the store that the work swallowed is thrown now.
   */
  private void complete(UnitKind kind, UnitSession session, GuardedUnit unit) {
    StoreException swallowed = unit.failure();
    if (swallowed != null) {
      throw swallowed;
    }
    if (kind == UnitKind.QUERY) {
      return;
    }
    try {
      session.flush();
    } catch (RuntimeException failure) {
      throw opener.translate(failure);
    }
    try {
      session.commit();
    } catch (RuntimeException failure) {
      StoreException translated = opener.translate(failure);
      if (kind == UnitKind.WRITE
          && (translated instanceof ConnectionLostException
              || translated instanceof StoreTimeoutException)) {
        throw new CommitUnknownException(
            "no answer to the commit, so the work is stored or it is not; look before repeating it:"
                + " "
                + translated.getMessage(),
            failure);
      }
      throw translated;
    }
  }

  private static void rollBack(UnitKind kind, UnitSession session, Throwable reason) {
    if (kind == UnitKind.QUERY) {
      return;
    }
    try {
      session.rollback();
    } catch (RuntimeException failure) {
      reason.addSuppressed(failure);
    }
  }

  private void close(UnitSession session, @Nullable Throwable reason) {
    try {
      session.close();
    } catch (RuntimeException failure) {
      if (reason == null) {
        throw opener.translate(failure);
      }
      reason.addSuppressed(failure);
    }
  }

  @Override
  public void evict() {
    opener.evict();
  }

  @Override
  public void close() {
    opener.close();
  }
}
