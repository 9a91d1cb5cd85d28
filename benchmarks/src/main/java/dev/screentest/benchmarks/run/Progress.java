package dev.screentest.benchmarks.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells people how far a run is: a line for each step, also where there is no terminal. */
public final class Progress {

  private final PrintWriter target;

  public Progress(PrintWriter target) {
    this.target = target;
  }

  /** Prints a line. */
  public void say(String text) {
    target.println(text);
    target.flush();
  }

  /** Prints a line about a fork that ended, with the time that the others will take. */
  void fork(int done, long left, long startNanos, Cell cell, String result) {
    Duration timeLeft = Duration.ofNanos((System.nanoTime() - startNanos) / done * left);
    say(
        String.format(
            Locale.ROOT,
            "[%d/%d, %s left] %s: %s",
            done,
            done + left,
            text(timeLeft),
            cell,
            result));
  }

  /** Shows a duration as people say it. */
  static String text(Duration duration) {
    return duration.toSeconds() < 90
        ? duration.toSeconds() + " s"
        : (duration.toSeconds() + 30) / 60 + " min";
  }
}
