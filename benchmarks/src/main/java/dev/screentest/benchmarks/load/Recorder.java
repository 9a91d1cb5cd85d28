package dev.screentest.benchmarks.load;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one thread saw within the window. Written by that thread alone, so that threads which are
 * measured share nothing; others may ask at any time how many connections it has and whether it
 * waits for one, and for all else when it has ended.
 */
final class Recorder {

  private static final ThreadLocal<Recorder> CURRENT = new ThreadLocal<>();

  private final Window window;
  private final @Nullable Trace trace;
  private final Tally latency = new Tally();
  private final Tally lateness = new Tally();
  private final Tally wait = new Tally();
  private final Tally hold = new Tally();
  private final AtomicInteger held = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private long units;
  private long timeouts;
  private long errors;
  private long heldInWindow;
  private long waitsInVain;
  private @Nullable String firstError;

  Recorder(Window window, boolean isTraced) {
    this.window = window;
    this.trace = isTraced ? new Trace() : null;
  }

  /** Returns that of the calling thread; null on threads that are not measured. */
  static @Nullable Recorder current() {
    return CURRENT.get();
  }

  void enter() {
    CURRENT.set(this);
  }

  static void leave() {
    CURRENT.remove();
  }

  /** Begins to wait for a connection. */
  void asks() {
    waiting.setRelease(1);
  }

  void borrowed(long asked, long got) {
    waiting.setRelease(0);
    held.setRelease(held.getPlain() + 1);
    if (window.contains(got)) {
      wait.add(got - asked);
    }
  }

  /**
   * Got none, after all that waiting.
   *
   * @param isTimeout whether none came in time; otherwise something is broken
   */
  void refused(long asked, long gaveUp, boolean isTimeout) {
    waiting.setRelease(0);
    if (isTimeout) {
      waitsInVain++;
    }
    if (window.contains(gaveUp)) {
      wait.add(gaveUp - asked);
    }
  }

  void returned(long got, long back) {
    held.setRelease(held.getPlain() - 1);
    heldInWindow += window.overlap(got, back);
    if (window.contains(back)) {
      hold.add(back - got);
    }
  }

  /** Returns how often no connection came in time, within the window or not. */
  long waitsInVain() {
    return waitsInVain;
  }

  /**
   * A unit of work was done.
   *
   * @param due when it should have begun
   * @param begun when it did
   * @param isDueCounted whether it belongs to the moment when it was due, not to that of its end:
   *     otherwise those that take longest would be missing at the end of an open load
   */
  void done(long due, long begun, long ended, boolean isDueCounted) {
    // Asked once: the window may begin between two questions.
    boolean isEndIn = window.contains(ended);
    if (isEndIn) {
      units++;
    }
    if (isDueCounted ? window.contains(due) : isEndIn) {
      latency.add(ended - due);
      lateness.add(begun - due);
      if (trace != null) {
        trace.add(due - window.start(), ended - due);
      }
    }
  }

  /** A unit of work ended in an exception. */
  void failed(long ended, boolean isTimeout, Exception reason) {
    if (isTimeout && window.contains(ended)) {
      timeouts++;
    } else if (!isTimeout) {
      // Outside of the window, too: it is a reason to doubt all the rest.
      errors++;
    }
    if (firstError == null) {
      firstError = reason.toString();
    }
  }

  int held() {
    return held.getAcquire();
  }

  boolean isWaiting() {
    return waiting.getAcquire() > 0;
  }

  Tally latency() {
    return latency;
  }

  Tally lateness() {
    return lateness;
  }

  Tally waits() {
    return wait;
  }

  Tally holds() {
    return hold;
  }

  long units() {
    return units;
  }

  long timeouts() {
    return timeouts;
  }

  long errors() {
    return errors;
  }

  long heldInWindow() {
    return heldInWindow;
  }

  @Nullable String firstError() {
    return firstError;
  }

  @Nullable Trace trace() {
    return trace;
  }
}
