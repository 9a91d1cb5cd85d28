package dev.screentest.domain.spi;

import dev.screentest.domain.StoreException;
import dev.screentest.domain.UnitKind;

/** Opens a framework's units of work. Thread-safe. */
public interface UnitOpener extends AutoCloseable {

  /** Opens a unit; its connection may be taken now or with the first statement. */
  UnitSession open(UnitKind kind);

  /**
   * Translates the framework's exception. {@link SqlErrors#translate} does it for everything that
   * has an {@code SQLException} among its causes.
   */
  default StoreException translate(RuntimeException failure) {
    return SqlErrors.translate(failure);
  }

  /** Forgets what units share of rows, where they do. */
  default void evict() {}

  /** Releases what belongs to the store, not the data source. */
  @Override
  default void close() {}
}
