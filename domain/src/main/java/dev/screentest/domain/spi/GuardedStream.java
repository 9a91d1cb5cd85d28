package dev.screentest.domain.spi;

import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A stream of rows whose every step is one of its unit: refused when that is over, translated when
 * it fails. What the caller does with a row happens outside, so that the caller's exceptions stay
 * as they are.
 */
final class GuardedStream<T> extends AbstractSpliterator<T> {

  private final Stream<T> rows;
  private final Spliterator<T> source;
  private final GuardedUnit unit;
  private final Function<UnitSession, Boolean> advance;
  private @Nullable T current;
  private boolean closed;

  GuardedStream(Stream<T> rows, GuardedUnit unit) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.rows = rows;
    this.source = rows.spliterator();
    this.unit = unit;
    this.advance = session -> source.tryAdvance(this::keep);
  }

  /** Returns the stream for the caller. */
  Stream<T> stream() {
    return StreamSupport.stream(this, false).onClose(() -> unit.close(this));
  }

  private void keep(T row) {
    current = row;
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    if (!unit.ask(advance)) {
      return false;
    }
    T row = current;
    if (row == null) {
      throw new IllegalStateException("the store's stream announced a row and gave none");
    }
    action.accept(row);
    return true;
  }

  /** Closes the rows' cursor; a second call does nothing. */
  void close() {
    if (!closed) {
      closed = true;
      rows.close();
    }
  }
}
