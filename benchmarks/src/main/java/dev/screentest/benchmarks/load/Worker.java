package dev.screentest.benchmarks.load;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A thread of a load: unit after unit, until the window is over. */
final class Worker implements Runnable {

  /** After so many errors the load tells nothing any more. */
  private static final long TOO_MANY = 100;

  private final Clock clock;
  private final Window window;
  private final Recorder recorder;
  private final UnitOfLoad unit;
  private final @Nullable Arrivals arrivals;
  private final long begin;
  private final LongAdder done;
  private @Nullable Throwable end;

  /**
   * Creates a worker.
   *
   * @param arrivals when units are due; null where the next begins as soon as the last has ended
   * @param begin when the first may begin
   * @param done counts the units of all workers, from the beginning on
   */
  Worker(
      Clock clock,
      Window window,
      Recorder recorder,
      UnitOfLoad unit,
      @Nullable Arrivals arrivals,
      long begin,
      LongAdder done) {
    this.clock = clock;
    this.window = window;
    this.recorder = recorder;
    this.unit = unit;
    this.arrivals = arrivals;
    this.begin = begin;
    this.done = done;
  }

  @Override
  public void run() {
    recorder.enter();
    try {
      clock.pauseUntil(begin);
      if (arrivals == null) {
        performOneAfterTheOther();
      } else {
        performWhenDue(arrivals);
      }
    } catch (InterruptedException | Error e) {
      end = e;
    } finally {
      Recorder.leave();
    }
  }

  private void performOneAfterTheOther() throws InterruptedException {
    long begun = clock.nanos();
    while (!window.isOver(begun) && recorder.errors() < TOO_MANY) {
      perform(begun, begun, false);
      begun = clock.nanos();
    }
  }

  private void performWhenDue(Arrivals due) throws InterruptedException {
    long next = due.next();
    while (next != Arrivals.NONE && recorder.errors() < TOO_MANY) {
      clock.pauseUntil(next);
      perform(next, clock.nanos(), true);
      next = due.next();
    }
  }

  private void perform(long due, long begun, boolean isOpen) throws InterruptedException {
    long inVainBefore = recorder.waitsInVain();
    try {
      unit.perform();
      recorder.done(due, begun, clock.nanos(), isOpen);
      done.increment();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      recorder.failed(clock.nanos(), recorder.waitsInVain() > inVainBefore, e);
    }
  }

  /** Returns what ended it too early; null if nothing did. For when its thread has ended. */
  @Nullable Throwable end() {
    return end;
  }
}
