package dev.screentest.benchmarks.run;

import dev.screentest.testbed.data.LoadProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells people how far a run is. On a terminal a table and a line are written over and over while
 * slices are measured; elsewhere, and where a terminal cannot, there are whole lines only.
 */
public final class Progress {

  private final PrintWriter target;
  private final Optional<LiveArea> live;
  private Optional<Duration> left = Optional.empty();
  private long leftSinceNanos;
  private String rounds = "";
  private boolean hasTable;

  /**
   * Creates it.
   *
   * @param isLive whether the target is a terminal that can rewrite lines
   */
  public Progress(PrintWriter target, boolean isLive) {
    this.target = target;
    this.live = isLive ? Optional.of(new LiveArea(target)) : Optional.empty();
  }

  /** Prints lines. */
  public synchronized void say(String text) {
    live.ifPresentOrElse(
        area -> area.print(text),
        () -> {
          target.println(text);
          target.flush();
        });
  }

  /**
   * Shows what is known so far. On a terminal that is large enough the table takes the place of the
   * one before it.
   *
   * @param width columns that it takes
   * @param terminal how large the terminal is; empty where that is not known
   */
  public synchronized void table(String text, int width, Optional<Terminal.Size> terminal) {
    boolean fits =
        terminal
            .filter(size -> text.lines().count() < size.rows() && width <= size.columns())
            .isPresent();
    live.ifPresent(area -> area.table(fits ? text : ""));
    hasTable = live.isPresent() && fits;
    if (!hasTable) {
      say(text);
    }
  }

  /** Leaves the terminal to others. */
  public synchronized void end() {
    live.ifPresent(
        area -> {
          area.table("");
          area.line("");
        });
  }

  /**
   * Returns a listener that tells how far the loading of data is, where that takes a while.
   *
   * @param data its name
   */
  public LoadProgress loading(String data) {
    return new LoadingLine(data, live.isPresent(), System::nanoTime, this::loading);
  }

  synchronized void loading(String text, boolean isLast) {
    if (live.isPresent() && !isLast) {
      live.get().line(text);
    } else {
      live.ifPresent(area -> area.line(""));
      say(text);
    }
  }

  /**
   * Begins a round.
   *
   * @param of how many there will be, such as " of 6"; empty if that is not known
   * @param timeLeft what all of them will take
   */
  synchronized void round(int round, String of, Duration timeLeft) {
    rounds = "round " + round + of;
    left = Optional.of(timeLeft);
    leftSinceNanos = System.nanoTime();
  }

  /** A slice of each contestant is about to be measured. */
  synchronized void pass(Cell first, int round, int pass, int of) {
    live.ifPresent(
        area ->
            area.line(
                "%s, %s, slice %d of %d%s"
                    .formatted(rounds, first.workload().name(), pass + 1, of, timeLeft())));
  }

  /** A fork did all its slices; where there is a table, that tells it. */
  synchronized void fork(PlayedFork fork) {
    if (!hasTable) {
      say(
          String.format(
              Locale.ROOT,
              "[%s%s] %s: %,.1f µs/op",
              rounds,
              timeLeft(),
              fork.cell(),
              fork.microsPerOp()));
    }
  }

  /** A cell ended without a number. */
  synchronized void failed(Cell cell, String reason) {
    say("FAILED " + cell + ": " + reason);
  }

  private String timeLeft() {
    Duration passed = Duration.ofNanos(System.nanoTime() - leftSinceNanos);
    return left.map(all -> all.compareTo(passed) > 0 ? all.minus(passed) : Duration.ZERO)
        .map(duration -> ", " + countdown(duration) + " left")
        .orElse("");
  }

  /** Shows what is left: by the second in the last ten minutes. */
  static String countdown(Duration left) {
    return left.toMinutes() < 10
        ? String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart())
        : text(left);
  }

  /** Shows a duration as people say it. */
  static String text(Duration duration) {
    if (duration.toSeconds() < 90) {
      return duration.toSeconds() + " s";
    }
    long minutes = (duration.toSeconds() + 30) / 60;
    return minutes < 120 ? minutes + " min" : (minutes + 30) / 60 + " h";
  }
}
