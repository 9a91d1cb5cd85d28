package dev.screentest.jdbi;

import dev.screentest.domain.UnitKind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The handle of one unit of work, in the transaction that the unit's kind asks for. Isolation is
 * left as the data source gives it: READ COMMITTED is PostgreSQL's default, and setting it would
 * cost a round trip.
 */
final class UnitHandle {

  private final Handle handle;
  private final UnitKind kind;

  /** Whether the transaction has ended; a connection that would not end one is given up. */
  private boolean ended;

  private UnitHandle(Handle handle, UnitKind kind) {
    this.handle = handle;
    this.kind = kind;
  }

  /** Takes a connection; BEGIN travels with the first statement. */
  static UnitHandle open(Jdbi jdbi, UnitKind kind) {
    Handle handle = jdbi.open();
    try {
      switch (kind) {
        case WRITE -> handle.begin();
        case READ -> handle.setReadOnly(true).begin();
        case QUERY -> {}
      }
      return new UnitHandle(handle, kind);
    } catch (RuntimeException failure) {
      closeAfter(failure, handle);
      throw failure;
    }
  }

  private static void closeAfter(RuntimeException failure, Handle handle) {
    try {
      handle.close();
    } catch (RuntimeException further) {
      failure.addSuppressed(further);
    }
  }

  Handle handle() {
    return handle;
  }

  void commit() {
    handle.commit();
    ended = true;
  }

  void rollback() {
    handle.rollback();
    ended = true;
  }

  /** Gives the connection back as it came. */
  void close() {
    try (handle) {
      if (kind == UnitKind.READ && ended) {
        handle.setReadOnly(false);
      }
    }
  }
}
