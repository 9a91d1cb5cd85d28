package dev.screentest.benchmarks.run;

import dev.screentest.testbed.data.LoadProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells people how far a run is. On a terminal one line is written over and over while slices are
 * measured; elsewhere, and where a terminal cannot, there are whole lines only.
 */
public final class Progress {

  /**
   * Goes to the start of the line and clears it: ECMA-48, which every terminal but a dumb one has.
   */
  private static final String REWRITE = "\r\u001b[2K";

  private final PrintWriter target;
  private final boolean isLive;
  private Optional<Duration> left = Optional.empty();
  private long leftSinceNanos;
  private String rounds = "";
  private boolean isLineOpen;

  /**
   * Creates it.
   *
   * @param isLive whether the target is a terminal that can rewrite a line
   */
  public Progress(PrintWriter target, boolean isLive) {
    this.target = target;
    this.isLive = isLive;
  }

  /** Prints lines. */
  public synchronized void say(String text) {
    closeLine();
    target.println(text);
    target.flush();
  }

  /**
   * Returns a listener that tells how far the loading of data is, where that takes a while.
   *
   * @param data its name
   */
  public LoadProgress loading(String data) {
    return new LoadingLine(data, isLive, System::nanoTime, this::loading);
  }

  synchronized void loading(String text, boolean isLast) {
    if (isLive && !isLast) {
      rewrite(text);
    } else {
      say(text);
    }
  }

  private void rewrite(String text) {
    target.print(REWRITE + text);
    target.flush();
    isLineOpen = true;
  }

  /**
   * Begins a round.
   *
   * @param of how many there will be, if that is known
   * @param timeLeft what all of them will take
   */
  synchronized void round(int round, Optional<Integer> of, Duration timeLeft) {
    rounds = "round " + round + of.map(all -> " of " + all).orElse("");
    left = Optional.of(timeLeft);
    leftSinceNanos = System.nanoTime();
  }

  /** A slice of each contestant is about to be measured. */
  synchronized void pass(Cell first, int round, int pass, int of) {
    if (isLive) {
      rewrite(
          "%s, %s, slice %d of %d%s"
              .formatted(rounds, first.workload().name(), pass + 1, of, timeLeft()));
    }
  }

  /** A fork did all its slices. */
  synchronized void fork(PlayedFork fork) {
    say(
        String.format(
            Locale.ROOT,
            "[%s%s] %s: %,.1f µs/op",
            rounds,
            timeLeft(),
            fork.cell(),
            fork.microsPerOp()));
  }

  /** A cell ended without a number. */
  synchronized void failed(Cell cell, String reason) {
    say("FAILED " + cell + ": " + reason);
  }

  private String timeLeft() {
    Duration passed = Duration.ofNanos(System.nanoTime() - leftSinceNanos);
    return left.map(all -> all.compareTo(passed) > 0 ? all.minus(passed) : Duration.ZERO)
        .map(duration -> ", " + text(duration) + " left")
        .orElse("");
  }

  private void closeLine() {
    if (isLineOpen) {
      target.print(REWRITE);
      isLineOpen = false;
    }
  }

  /** Shows a duration as people say it. */
  static String text(Duration duration) {
    return duration.toSeconds() < 90
        ? duration.toSeconds() + " s"
        : (duration.toSeconds() + 30) / 60 + " min";
  }
}
